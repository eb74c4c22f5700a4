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
  ?? unless(SUBDOMAIN_PATTERN.test(name), 'is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit');

/** RFC 1123 label: the names of namespaces. */
export const dnsLabel: NameRule = name => longerThan(name, 63)
  ?? unless(LABEL_PATTERN.test(name), 'is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit');

/** RFC 1035 label: the names of Services. */
export const serviceLabel: NameRule = name => longerThan(name, 63)
  ?? unless(SERVICE_PATTERN.test(name), 'is not a valid Service name: use lowercase letters, digits and "-", starting with a letter and not ending with "-"');

/** A part of a URL: the names of roles and their bindings. */
export const pathSegment: NameRule = name =>
  unless(name !== '.' && name !== '..' && !/[/%]/.test(name), 'is not a valid URL path segment: it must not contain "/" or "%", or be "." or ".."');

/** The key of a label or annotation: a name, with an optional DNS prefix before a slash. */
export const qualifiedName: NameRule = key => {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  if (slash >= 0 && subdomain(key.slice(0, slash)) !== undefined) {
    return 'has a prefix that is not a lowercase DNS name; write example.com/name';
  }
  return longerThan(name, 63)
    ?? unless(QUALIFIED_PATTERN.test(name), QUALIFIED_PROBLEM);
};

/** The value of a label. */
export const labelValue: NameRule = value => longerThan(value, 63)
  ?? unless(value === '' || QUALIFIED_PATTERN.test(value), QUALIFIED_PROBLEM);

/** The name of a port of a container, or of a port that is reached by its name. */
export const portName: NameRule = name => longerThan(name, 15)
  ?? unless(/^[-a-z0-9]+$/.test(name), 'is invalid: use lowercase letters, digits and "-"')
  ?? unless(/[a-z]/.test(name), 'is invalid: it needs at least one letter')
  ?? unless(!/^-|--|-$/.test(name), 'is invalid: it must not start or end with "-", or contain "--"');

/** The key of a value in a ConfigMap or Secret. */
export const dataKey: NameRule = key => longerThan(key, LONGEST_NAME)
  ?? unless(/^[-._a-zA-Z0-9]+$/.test(key), 'is not a valid file name: use letters, digits, "-", "_" and "."')
  ?? unless(key !== '.' && !key.startsWith('..'), 'is not a valid file name: it must not be "." or start with ".."');

/** The name of an environment variable. */
export const environmentName: NameRule = name =>
  unless(/^[ -<>-~]+$/.test(name), 'is not a valid environment variable name: use printable ASCII characters except "="');

/** A DNS name whose first label is `*`. */
export const wildcardSubdomain: NameRule = name => longerThan(name, LONGEST_NAME)
  ?? unless(name.startsWith('*.') && SUBDOMAIN_PATTERN.test(name.slice(2)), 'is not a valid wildcard DNS name: "*" must be the whole first label, followed by a DNS name');

const QUALIFIED_PROBLEM = 'is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit';

function longerThan(name: string, limit: number): string | undefined {
  return name.length > limit ? `has ${name.length} characters, more than the limit of ${limit}` : undefined;
}

function unless(fine: boolean, problem: string): string | undefined {
  return fine ? undefined : problem;
}
