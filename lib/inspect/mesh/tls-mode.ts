import type { Field } from './field';
import { isMisspelled } from './unread';

/** What a server does with TLS by its settings, which without a word pass it on. Undefined where nobody can read it, of which the schema speaks. */
export function tlsMode(tls: Field): string | undefined {
  const mode = tls.at('mode');
  return mode.isSet || isMisspelled(tls, 'mode') ? mode.text : 'PASSTHROUGH';
}

/** Whether a server in a mode leaves TLS unopened, and needs no certificate. */
export function isPassedOn(mode: string | undefined): boolean {
  return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
}
