/** What is wrong with a name of one kind; undefined when nothing is. The words end a sentence that begins with the name. */
export type NameRule = (name: string) => string | undefined;

const DNS_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const SUBDOMAIN_PATTERN = new RegExp(`^${DNS_LABEL}(\\.${DNS_LABEL})*$`);
const LABEL_PATTERN = new RegExp(`^${DNS_LABEL}$`);
const SERVICE_PATTERN = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_PATTERN = new RegExp(`^${QUALIFIED}$`);

/** How many characters the name of an object may have, unless it becomes a label. */
export const LONGEST_NAME = 253;

/** RFC 1123 subdomain: the names of most objects. */
export const subdomain: NameRule = name => longerThan(name, LONGEST_NAME)
  ?? unless(SUBDOMAIN_PATTERN.test(name), 'is no DNS name: it takes lower-case letters, digits, "-" and ".", at both ends a letter or digit');

/** RFC 1123 label: the names of namespaces. */
export const dnsLabel: NameRule = name => longerThan(name, 63)
  ?? unless(LABEL_PATTERN.test(name), 'is no DNS label: it takes lower-case letters, digits and "-", at both ends a letter or digit');

/** RFC 1035 label: the names of Services. */
export const serviceLabel: NameRule = name => longerThan(name, 63)
  ?? unless(SERVICE_PATTERN.test(name), 'is no name of a Service: it takes lower-case letters, digits and "-", in front a letter, at the end no "-"');

/** A part of a URL: the names of roles and their bindings. */
export const pathSegment: NameRule = name =>
  unless(name !== '.' && name !== '..' && !/[/%]/.test(name), 'is no part of a URL: it takes neither "/" nor "%", and is not "." or ".."');

/** The key of a label or annotation: a name, with an optional DNS prefix before a slash. */
export const qualifiedName: NameRule = key => {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  if (slash >= 0 && subdomain(key.slice(0, slash)) !== undefined) {
    return 'has a prefix that is no lower-case DNS name; write example.com/name';
  }
  return longerThan(name, 63)
    ?? unless(QUALIFIED_PATTERN.test(name), QUALIFIED_PROBLEM);
};

/** The value of a label. */
export const labelValue: NameRule = value => longerThan(value, 63)
  ?? unless(value === '' || QUALIFIED_PATTERN.test(value), QUALIFIED_PROBLEM);

/** The name of a port of a container, or of a port that is reached by its name. */
export const portName: NameRule = name => longerThan(name, 15)
  ?? unless(/^[-a-z0-9]+$/.test(name), 'is not well formed: it takes lower-case letters, digits and "-"')
  ?? unless(/[a-z]/.test(name), 'is not well formed: it has at least one letter')
  ?? unless(!/^-|--|-$/.test(name), 'is not well formed: it takes no "-" at its ends, and no two in a row');

/** The key of a value in a ConfigMap or Secret. */
export const dataKey: NameRule = key => longerThan(key, LONGEST_NAME)
  ?? unless(/^[-._a-zA-Z0-9]+$/.test(key), 'is no file name: it takes letters, digits, "-", "_" and "."')
  ?? unless(key !== '.' && !key.startsWith('..'), 'is no file name: it is ".", or begins with ".."');

/** The name of an environment variable. */
export const environmentName: NameRule = name =>
  unless(/^[ -<>-~]+$/.test(name), 'is no name of an environment variable: it takes printable characters of ASCII, but for "="');

/** A DNS name whose first label is `*`. */
export const wildcardSubdomain: NameRule = name => longerThan(name, LONGEST_NAME)
  ?? unless(name.startsWith('*.') && SUBDOMAIN_PATTERN.test(name.slice(2)), 'is no wildcard of a DNS name: "*" is its whole first label, and what follows is a DNS name');

const QUALIFIED_PROBLEM = 'is not well formed: it takes letters, digits, "-", "_" and ".", at both ends a letter or digit';

function longerThan(name: string, limit: number): string | undefined {
  return name.length > limit ? `has ${name.length} characters, more than ${limit}` : undefined;
}

function unless(fine: boolean, problem: string): string | undefined {
  return fine ? undefined : problem;
}
