import type { Judgement } from '../check';
import { webhookRefusal } from './webhook-rules';

/** What is refused of a judgement; istiod forgets its warnings on the way, in places. */
export function* refusalsOf(judgement: Judgement): Judgement {
  for (const one of judgement) {
    if ('undecided' in one || one.rule.code === webhookRefusal) {
      yield one;
    }
  }
}
