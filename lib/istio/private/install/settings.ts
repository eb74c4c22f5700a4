import { compareTexts } from '../../../mesh/private/compare-texts';

/** Settings in the names in which Istio reads them. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * Two in one. What both have fails, also where they agree: whoever reads one of the two would think that it decides.
 *
 * @param within what they are part of
 */
export function joined(one: Settings, other: Settings, place: string, within: readonly string[] = []): Settings {
  return merged(one, other, path => {
    throw new Error(`${place}: ${path} is already set. Set it once, with all its options.`);
  }, within);
}

/** Two in one, of which the other may say the same again. */
export function agreed(one: Settings, other: Settings, place: string): Settings {
  return merged(one, other, (path, first, second) => {
    if (JSON.stringify(first) !== JSON.stringify(second)) {
      throw new Error(`${place}: ${path} is ${JSON.stringify(first)} for one chart and ${JSON.stringify(second)} for another, but istioctl has only one for all. Use the same for both.`);
    }
    return first;
  });
}

/** Without what is not said, and with names in one order, whatever was said first. */
export function tidied(settings: Settings): Settings {
  const entries = Object.entries(settings)
    .map(([name, value]) => [name, isSettings(value) && Object.keys(value).length > 0 ? tidiedOrNone(value) : value] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => compareTexts(a, b)));
}

/** Whether a value has parts with names of their own. */
export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What holds nothing but what is not said is not said; `{}` that somebody wrote says something. */
function tidiedOrNone(settings: Settings): Settings | undefined {
  return unlessNone(tidied(settings));
}

/** What holds nothing is not said. */
export function unlessNone(settings: Settings): Settings | undefined {
  return Object.keys(settings).length === 0 ? undefined : settings;
}

type Conflict = (path: string, one: unknown, other: unknown) => unknown;

function merged(one: Settings, other: Settings, conflict: Conflict, at: readonly string[] = []): Settings {
  const result: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const path = [...at, name];
    if (value !== undefined) {
      result[name] = one[name] === undefined ? value : mergedValue(one[name], value, conflict, path);
    }
  }
  return result;
}

function mergedValue(one: unknown, other: unknown, conflict: Conflict, path: readonly string[]): unknown {
  if (isSettings(one) && isSettings(other)) {
    return merged(one, other, conflict, path);
  }
  return areNamed(one) && areNamed(other) ? mergedLists(one, other, conflict, path) : conflict(path.join('.'), one, other);
}

interface Named extends Settings {
  readonly name: string;
}

/** A list whose members have names is as good as a map. */
function areNamed(value: unknown): value is readonly Named[] {
  return Array.isArray(value) && value.length > 0 && value.every(member => isSettings(member) && typeof member.name === 'string');
}

function mergedLists(one: readonly Named[], other: readonly Named[], conflict: Conflict, path: readonly string[]): readonly Named[] {
  for (const member of other) {
    const same = one.find(({ name }) => name === member.name);
    if (same !== undefined) {
      conflict(`${path.join('.')} "${member.name}"`, same, member);
    }
  }
  return [...one, ...other.filter(({ name }) => !one.some(member => member.name === name))].sort((a, b) => compareTexts(a.name, b.name));
}
