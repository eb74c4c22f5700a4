import { isDate, isDateTime } from '../../syntax/time';
import { NamedFormat } from './named-format';
import { checkUrl } from './url-parts';

type Complaints = (text: string) => readonly string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const subdomain = combined(atMost(253), pattern(
  `${LABEL}(\\.${LABEL})*`,
  'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character',
  ['example.com'],
));

const labelPattern = pattern(
  LABEL,
  'a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character',
  ['my-name', '123-abc'],
);

const label = combined(atMost(63), text => {
  const complaints = labelPattern(text);
  return complaints.length > 0 && new RegExp(`^${LABEL}(\\.${LABEL})*$`).test(text) ? ['must not contain dots'] : complaints;
});

const dns1035Label = combined(atMost(63), pattern(
  '[a-z]([-a-z0-9]*[a-z0-9])?',
  'a DNS-1035 label must consist of lower case alphanumeric characters or \'-\', start with an alphabetic character, and end with an alphanumeric character',
  ['my-name', 'abc-123'],
));

const NAME = 'must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character';
const namePart = pattern(QUALIFIED_NAME, NAME, ['MyName', 'my.name', '123-abc']);

const labelValue = combined(atMost(63), pattern(
  `(${QUALIFIED_NAME})?`,
  `a valid label must be an empty string or ${NAME.replace('must ', '')}`,
  ['MyValue', 'my_value', '12345'],
));

/** The formats that rules can name, by the name that they use. */
export const namedFormats: ReadonlyMap<string, NamedFormat> = new Map(Object.entries({
  dns1123Label: ['DNS1123Label', label],
  dns1123Subdomain: ['DNS1123Subdomain', subdomain],
  dns1035Label: ['DNS1035Label', dns1035Label],
  qualifiedName: ['QualifiedName', qualifiedName],
  dns1123LabelPrefix: ['DNS1123LabelPrefix', asPrefix(label)],
  dns1123SubdomainPrefix: ['DNS1123SubdomainPrefix', asPrefix(subdomain)],
  dns1035LabelPrefix: ['DNS1035LabelPrefix', asPrefix(dns1035Label)],
  labelValue: ['LabelValue', labelValue],
  uri: ['URI', uri],
  uuid: ['uuid', unless(text => UUID.test(text), 'does not match the UUID format')],
  byte: ['byte', unless(text => BASE_64.test(text), 'invalid base64')],
  date: ['date', unless(isDate, 'invalid date')],
  datetime: ['datetime', unless(isDateTime, 'invalid datetime')],
} as const).map(([name, [title, complaints]]) => [name, new NamedFormat(title, complaints)]));

const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i;
const BASE_64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=|[A-Za-z\d+/]{4})$/;

function combined(...all: readonly Complaints[]): Complaints {
  return text => all.flatMap(complaints => complaints(text));
}

function unless(isGood: (text: string) => boolean, complaint: string): Complaints {
  return text => isGood(text) ? [] : [complaint];
}

function atMost(bytes: number): Complaints {
  return unless(text => Buffer.byteLength(text) <= bytes, `must be no more than ${bytes} characters`);
}

function pattern(source: string, expected: string, examples: readonly string[]): Complaints {
  const regex = new RegExp(`^${source}$`);
  // The commas are the API server's.
  const shown = examples.map(example => `'${example}', `).join(' or ');
  return unless(text => regex.test(text), `${expected} (e.g. ${shown}regex used for validation is '${source}')`);
}

/** What a name with more behind it may be: it may end with a dash, and with what else it likes before that. */
function asPrefix(complaints: Complaints): Complaints {
  return text => complaints(text.replace(/\p{ASCII}-$/u, 'a'));
}

function qualifiedName(text: string): readonly string[] {
  const parts = text.split('/');
  if (parts.length > 2) {
    return [`a qualified name ${namePart('')[0]} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const name = parts.at(-1)!;
  return [
    ...(prefix === undefined ? [] : prefix === '' ? [EMPTY] : subdomain(prefix)).map(complaint => `prefix part ${complaint}`),
    ...(name === '' ? [EMPTY] : atMost(63)(name)).map(complaint => `name part ${complaint}`),
    ...namePart(name).map(complaint => `name part ${complaint}`),
  ];
}

const EMPTY = 'must be non-empty';

function uri(text: string): readonly string[] {
  try {
    checkUrl(text);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
