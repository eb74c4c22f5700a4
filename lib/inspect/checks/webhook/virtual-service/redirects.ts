import type { Field } from '../../../mesh/field';
import type { Judgement, Problem } from '../../check';
import { broken } from '../broken';
import { isPort, portRules } from '../primitives/ports';
import { presentItems } from '../primitives/present-items';
import { refusal } from '../webhook-rules';

export const redirectRules = {
  port: portRules.number,
  twoPaths: refusal('redirect-two-paths', 'A redirect replaces the path as well as its prefix.'),
  prefix: refusal('redirect-prefix-unmatched', 'A redirect replaces a prefix, but its matches have none.'),
  empty: refusal('redirect-empty', 'A redirect changes nothing.'),
  code: refusal('redirect-code', 'The status of a redirect is not 300 to 399.'),
  scheme: refusal('redirect-scheme', 'The scheme of a redirect is neither http nor https.'),
};

const TEXTS = ['uri', 'prefixRewrite', 'authority', 'scheme'];
const PORTS = ['port', 'derivePort'];

/** What is said of the redirect of an HTTP entry: the first thing alone. */
export function* redirects(redirect: Field, entry: Field): Judgement {
  const problem = pathProblem(entry) ?? targetProblem(redirect);
  if (problem !== undefined) {
    yield problem;
  }
}

function pathProblem(entry: Field): Problem | undefined {
  const prefix = entry.at('redirect', 'prefixRewrite');
  if (!prefix.isFilled) {
    return undefined;
  }
  if (entry.at('redirect', 'uri').isFilled) {
    return broken(redirectRules.twoPaths, prefix, 'uri and prefixRewrite are mutually exclusive', 'keep one of them');
  }
  const isOther = presentItems(entry.at('match')).some(match => match.at('uri').isSet && !match.at('uri', 'prefix').isSet);
  return isOther ? broken(redirectRules.prefix, prefix, 'a match has no prefix that could be replaced', 'match by prefix, or write uri') : undefined;
}

function targetProblem(redirect: Field): Problem | undefined {
  const [code, scheme, port] = ['redirectCode', 'scheme', 'port'].map(key => redirect.at(key));
  if (![...TEXTS.map(key => redirect.at(key).isFilled), ...PORTS.map(key => redirect.at(key).isSet)].includes(true)) {
    return broken(redirectRules.empty, redirect, 'the redirect changes nothing', 'add uri, authority, scheme or port');
  }
  if (code.number !== undefined && !isRedirect(code.number)) {
    return broken(redirectRules.code, code, `${code.number} is not a redirect status`, 'write 301, 302, 303, 307 or 308');
  }
  if (!['', 'http', 'https'].includes(scheme.text ?? '')) {
    return broken(redirectRules.scheme, scheme, `"${scheme.text}" is neither http nor https`, 'write http or https');
  }
  return portProblem(port);
}

/** 0 stands for the status 301. */
function isRedirect(code: number): boolean {
  return code === 0 || (code >= 300 && code <= 399);
}

function portProblem(port: Field): Problem | undefined {
  const { number = 0 } = port;
  return number > 0 && !isPort(number) ? broken(redirectRules.port, port, `${number} is not a valid port`, 'write a number from 1 to 65535') : undefined;
}
