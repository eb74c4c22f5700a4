import type { Check } from '../check';
import { peerAuthentication } from './peer-authentication';

/** What istiod's admission webhook refuses or warns of, kind by kind. */
export const webhookChecks: readonly Check[] = [
  peerAuthentication,
];
