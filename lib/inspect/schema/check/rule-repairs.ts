import { isObject } from '../../is-object';
import { durationRepair } from './duration-repair';

/** How to mend a value that breaks a rule of its definition with this message, for the rules that people meet who write YAML. */
export function ruleRepair(message: string, value: unknown): string | undefined {
  const known = REPAIRS.find(([pattern]) => pattern.test(message));
  return typeof known?.[1] === 'function' ? known[1](value, known[0].exec(message)!) : known?.[1];
}

type Words = string | ((value: unknown, match: RegExpExecArray) => string);

const KEEP_ONE = 'keep one of them';
const OTHER_LABEL = 'select by a label that all these pods have';
const ONE_PREFIX = 'match by one PathPrefix, or write replaceFullPath';

/** By the end of the message, for what goes wrong in a rule stands before its own words. */
const REPAIRS: ReadonlyArray<readonly [RegExp, Words]> = [
  // Istio
  [/must be a valid duration greater than 1ms$/, durationRepair],
  [/port must be between 1-65535$/, 'write a number from 1 to 65535'],
  [/only one of (?:targetRefs or (?:selector|workloadSelector)|jwks or jwksUri|WorkloadSelector or Endpoints) can be set$/, KEEP_ONE],
  [/wildcard (?:not allowed in label (?:key|value) match|is not supported in selector)$/, OTHER_LABEL],
  [/cross namespace referencing is not currently supported$/, 'remove the namespace, and move the policy to the namespace of its target'],
  [/only support waypointMatch when context is WAYPOINT$/, 'write waypoint where context is WAYPOINT, and only there'],
  [/UDS may not include ports$/, 'remove the ports: a socket has none'],
  [/UDS must be an absolute path or abstract socket$/, 'write unix:// and an absolute path, or unix://@ and a name'],
  [/UDS may not be a dir$/, 'name the socket, without / at the end'],
  [/scheme must be one of \[HTTP, HTTPS\]$/, 'write HTTP or HTTPS'],
  // Gateway API
  [/Must have port for Service reference$/, 'name the port of the Service, such as port: 8080'],
  [/RequestRedirect filter must not be used together with backendRefs$/, 'remove backendRefs, or the redirect'],
  [/with path\.replacePrefixMatch, exactly one PathPrefix match must be specified$/, ONE_PREFIX],
  [/value must be an absolute path and start with '\/' when type one of/, value => `start it with /: ${JSON.stringify(`/${isObject(value) ? String(value.value) : ''}`)}`],
  [/(\w+) filter cannot be repeated$/, 'merge them into one filter'],
  [/filter\.(\w+) must be nil if the filter\.type is not (\w+)$/, (_, [, field, type]) => `write type: ${type}, or remove ${field}`],
  [/filter\.(\w+) must be specified for \w+ filter\.type$/, (_, [, field]) => `set ${field}, or change the type`],
  [/backendRequest timeout cannot be longer than request timeout$/, 'make backendRequest shorter, or request longer'],
  [/must be specified when parentRefs includes 2 or more references to the same parent$/, 'name a listener of it in each with sectionName'],
  [/must be unique when parentRefs includes 2 or more references to the same parent$/, 'name a different listener of it in each with sectionName'],
  [/tls must not be specified for protocols/, 'write protocol: HTTPS or TLS, or remove tls'],
  [/tls mode must be Terminate for protocol HTTPS$/, 'write mode: Terminate, or protocol: TLS for passthrough'],
  [/tls mode must be set for protocol TLS$/, 'write mode: Terminate or Passthrough below tls'],
  [/hostname must not be specified for protocols/, 'remove the hostname'],
  [/Listener name must be unique within the Gateway$/, 'give each listener a unique name'],
  [/Combination of port, protocol and hostname must be unique for each listener$/, 'give one of them a different port or hostname'],
  [/certificateRefs or options must be specified when mode is Terminate$/, 'name the Secret of the certificate in certificateRefs'],
  [/Allow(?:Headers|Methods|Origins) cannot contain '\*' alongside other/, 'keep "*" alone, or remove it'],
  [/Only one of percent or fraction may be specified/, KEEP_ONE],
];
