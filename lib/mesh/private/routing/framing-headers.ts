/**
 * Whether a header says how one connection carries a message, and not what the message says. Proxies write these anew for each connection that they
 * make (RFC 9110, section 7.6.1), and a wrong length breaks what comes behind it.
 */
export function isFramingHeader(name: string): boolean {
  return FRAMING.has(name.toLowerCase());
}

const FRAMING = new Set(['connection', 'content-length', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
