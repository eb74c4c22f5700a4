import { own } from '../own';
import { isAddress, isCidr } from './addresses';
import { looseDuration } from './loose-duration';
import { isDate, isDateTime } from './time';

/**
 * Whether the text has the format, as the API server judges the strings of custom resources. Formats that it does not know, and the few
 * that nobody would put into a CRD (credit cards, ISBN), pass; of an e-mail address only the plain form is judged.
 */
export function hasFormat(text: string, format: string): boolean {
  return own(CHECKS, format)?.(text) ?? true;
}

const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  'bsonobjectid': matching(/^[0-9a-fA-F]{24}$/),
  'byte': matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/),
  'cidr': isCidr,
  'date': isDate,
  'date-time': isDateTime,
  'duration': isDuration,
  'email': matching(/^[^@]*[^@\s]@[^@\s]+>?$/),
  'hexcolor': matching(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/),
  'hostname': isHostname,
  'ipv4': text => text.includes('.') && isAddress(text),
  'ipv6': text => text.includes(':') && isAddress(text),
  'mac': matching(/^([0-9a-f]{2}([:-])([0-9a-f]{2}\2){4}([0-9a-f]{2}\2[0-9a-f]{2}\2)?[0-9a-f]{2}|([0-9a-f]{4}\.){2,3}[0-9a-f]{4})$/i),
  'rgbcolor': matching(/^rgb\(\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])(\s*,\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])){2}\s*\)$/),
  'ssn': matching(/^\d{3}[- ]\d{2}[- ]\d{4}$/),
  'uri': isRequestUri,
  'uuid': matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i),
  'uuid3': matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i),
  'uuid4': matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i),
  'uuid5': matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i),
};

function matching(pattern: RegExp): (text: string) => boolean {
  return text => pattern.test(text);
}

const GO_DURATION = /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;

/** A Go duration, or any text that holds a number with a unit in words: `5 minutes`. */
function isDuration(text: string): boolean {
  return GO_DURATION.test(text) || looseDuration(text) !== undefined;
}

const HOSTNAME = new RegExp('^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)'
  + '|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9\\-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.))+([a-zA-Z\\p{L}]){2,63})$', 'u');

function isHostname(text: string): boolean {
  return text.length <= 255 && text.split('.').every(label => label.length <= 63) && HOSTNAME.test(text);
}

// Go refuses control characters and blanks.
const URI = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|\/|\*$)[^\u0000-\u0020\u007f]*$/;

function isRequestUri(text: string): boolean {
  return URI.test(text) && !/%(?![0-9a-fA-F]{2})/.test(text);
}
