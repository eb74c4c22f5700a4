import { milliseconds } from '../../mesh/duration';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import type { Rule } from '../rule';

const retriesCutShort: Rule = {
  code: 'MESH024',
  slug: 'retries-cut-short',
  severity: 'warning',
  summary: 'The timeout of a route expires before its retries can complete.',
  aliases: [],
};

/** Timeouts that leave no time for the last tries. */
export const retriesCutShortCheck = defineCheck({
  rules: [retriesCutShort],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['perTryTimeout'],
  * judge(virtualService) {
    for (const entry of httpEntries(virtualService)) {
      const attempts = entry.at('retries', 'attempts').number ?? 0;
      const perTry = attempts > 0 ? milliseconds(entry.at('retries', 'perTryTimeout').text) : 0;
      const timeout = perTry > 0 ? milliseconds(entry.at('timeout').text) : 0;
      const needed = (attempts + 1) * perTry;
      if (timeout > 0 && timeout < needed) {
        yield {
          rule: retriesCutShort,
          path: entry.at('timeout').path,
          message: `${attempts + 1} tries of ${perTry / 1000}s take ${needed / 1000}s, but the timeout ends them after ${timeout / 1000}s`,
          repair: `raise the timeout to ${needed / 1000}s, or lower perTryTimeout or attempts`,
        };
      }
    }
  },
});
