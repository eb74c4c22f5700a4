import { HeaderChanges } from '../../header-changes';
import { TextMatch } from '../../text-match';
import type { HeaderChangesIntent } from '../intent';
import { isFramingHeader } from './framing-headers';
import { checkHeaderValue, headerName } from './headers';

/** @throws when nothing is changed, one header is changed in two ways, no header has such a name or value, or proxies write it themselves */
export function headerChangesIntent({ add = {}, remove = [], set = {} }: HeaderChanges, place: string): HeaderChangesIntent {
  const names = [...Object.keys(add), ...remove, ...Object.keys(set)].map(name => changeableName(name, place));
  if (names.length === 0) {
    throw new Error(`${place}: changes no header. Name at least one in add, remove or set.`);
  }
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new Error(`${place}: "${twice}" is changed twice. Name each header once, in add, remove or set.`);
  }
  return { add: changeableValues(add, place), remove: remove.map(name => name.toLowerCase()), set: changeableValues(set, place) };
}

function changeableName(name: string, place: string): string {
  if (name.startsWith(':') || name.toLowerCase() === 'host') {
    throw new Error(`${place}("${name}"): the mesh does not change this as a header. Use rewrite: { host: "...", path: "/..." }.`);
  }
  if (isFramingHeader(name)) {
    throw new Error(`${place}("${name}"): proxies set this header themselves, because it describes the connection. Leave it out.`);
  }
  return headerName(name, place);
}

function changeableValues(values: Readonly<Record<string, string>>, place: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    checkHeaderValue(TextMatch.exact(value), `${place}("${name}")`);
    if (value.includes('%')) {
      throw new Error(`${place}("${name}"): the mesh reads "%" as the start of a variable. Write the value without it.`);
    }
    return [name.toLowerCase(), value];
  }));
}
