import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { ObjectPath } from '../violation';
import { FormedText } from './malformed';

/** Says of a text, which stands below the value at hand, that it is no host, and which one it has in it. */
export function checkHostForm(findings: Findings, { what, text, rule }: FormedText, ...below: ObjectPath): void {
  const problem = text === undefined ? undefined : rule(text);
  if (problem !== undefined) {
    const host = hostIn(text!);
    findings.add({ ...malformed(what, text, problem), repair: host !== '' && rule(host) === undefined ? `write ${host}` : undefined }, ...below);
  }
}

/** The host of a URL: `a.com` of `https://A.com:80/b`. */
function hostIn(text: string): string {
  return text.replace(/^[a-zA-Z][-+.a-zA-Z0-9]*:\/\//, '').replace(/\/.*$/s, '').replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
}
