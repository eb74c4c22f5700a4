import { STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { CelList } from '../values/cel-list';
import { Optional } from '../values/optional';
import { namedFormats } from './name-formats';
import { NamedFormat } from './named-format';

const FORMAT = instance(NamedFormat);

/** Kubernetes' named formats, since 1.31. */
export const FORMATS: readonly Overload[] = [
  func('format.named', [STRING], name => Optional.of(namedFormats.get(name))),
  ...[...namedFormats].map(([name, format]) => func(`format.${name}`, [], () => format)),
  method('validate', [FORMAT, STRING], (format, text) => {
    const complaints = format.complaints(text);
    return complaints.length === 0 ? Optional.NONE : Optional.of(CelList.of(complaints));
  }),
];
