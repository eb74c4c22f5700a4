import type { JudgeFlags } from '../../cli/judge-options';
import { SEVERITIES, Severity } from '../../inspect/checks/rule';
import { DEFAULT_ISTIO_RELEASE, ISTIO_RELEASES } from '../../inspect/istio-release';
import { nearest } from '../../inspect/nearest';

/** What a check can be told in a program: the flags of `cdk8s-mesh check` that decide on how objects are judged. */
export interface CheckProperties {
  /**
   * The lowest severity that fails.
   *
   * @default error
   */
  readonly failOn?: Severity | 'never';
  /**
   * Codes, families or rules; nothing else is looked for.
   *
   * @default - everything is
   */
  readonly only?: readonly string[];
  /**
   * Codes, families or rules that are not looked for.
   *
   * @default - none
   */
  readonly skip?: readonly string[];
  /**
   * Names of analyzers of istioctl: only checks that answer to them.
   *
   * @default - all checks
   */
  readonly analyzer?: readonly string[];
  /**
   * `CODE=GLOB`: findings of a code are hidden on objects whose `Kind namespace/name` matches.
   *
   * @default - none is
   */
  readonly suppress?: readonly string[];
  /**
   * Modules with rules of your own.
   *
   * @default - none
   */
  readonly rules?: readonly string[];
  /**
   * The release of Istio whose API and rules apply.
   *
   * @default - as of the command line
   */
  readonly istioVersion?: string;
  /**
   * A file with MeshConfig, over Istio's defaults and what the input says.
   *
   * @default - none
   */
  readonly meshConfig?: string;
  /**
   * A file with MeshNetworks.
   *
   * @default - none
   */
  readonly meshNetworks?: string;
  /**
   * The namespace of objects that name none.
   *
   * @default default
   */
  readonly defaultNamespace?: string;
  /**
   * Files and folders with more CRDs to know.
   *
   * @default - none
   */
  readonly crds?: readonly string[];
  /**
   * Objects that exist elsewhere, as `Kind namespace/name`.
   *
   * @default - none
   */
  readonly assume?: readonly string[];
  /**
   * Other clusters of the mesh to compare with, each as `NAME=PATH`: a file or folder with its objects.
   *
   * @default - none
   */
  readonly cluster?: readonly string[];
  /**
   * Whether what is not among the objects is nowhere.
   *
   * @default true
   */
  readonly complete?: boolean;
}

/** What a check is told, with every default. */
export interface CheckSettings extends JudgeFlags {
  readonly failOn: Severity | 'never';
  readonly rules: readonly string[];
}

/**
 * Fills properties up with their defaults. They come from YAML or JavaScript too, where no compiler has looked at them.
 *
 * @param origin who was given them, for errors
 * @throws on a property or a value that nobody knows.
 */
export function checkSettings(properties: CheckProperties, origin: string): CheckSettings {
  const settings = { ...DEFAULTS, ...properties };
  for (const [name, value] of Object.entries(settings)) {
    const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name as keyof typeof SHAPES] : undefined;
    if (shape === undefined) {
      const near = nearest(name, PROPERTIES);
      throw new Error(`${origin}: unknown property "${name}", ${near.length === 0 ? `expected one of ${PROPERTIES.join(', ')}` : `did you mean ${near.join(' or ')}?`}`);
    }
    if (value !== undefined && !shape.fits(value)) {
      throw new Error(`${origin}: ${name}: expected ${shape.words}, got ${JSON.stringify(value)}.`);
    }
  }
  return settings;
}

const DEFAULTS = {
  failOn: 'error',
  only: [],
  skip: [],
  suppress: [],
  rules: [],
  analyzer: [],
  istioVersion: DEFAULT_ISTIO_RELEASE,
  defaultNamespace: 'default',
  crds: [],
  assume: [],
  cluster: [],
  complete: true,
} as const satisfies CheckSettings;

interface Shape {
  readonly fits: (value: unknown) => boolean;
  readonly words: string;
}

const TEXT: Shape = { fits: value => typeof value === 'string', words: 'a string' };
const TEXTS: Shape = { fits: value => Array.isArray(value) && value.every(TEXT.fits), words: 'a list of strings' };

const SHAPES: Readonly<Record<keyof CheckSettings, Shape>> = {
  failOn: oneOf([...SEVERITIES, 'never']),
  only: TEXTS,
  skip: TEXTS,
  suppress: TEXTS,
  rules: TEXTS,
  analyzer: TEXTS,
  istioVersion: oneOf(ISTIO_RELEASES),
  meshConfig: TEXT,
  meshNetworks: TEXT,
  defaultNamespace: TEXT,
  crds: TEXTS,
  assume: TEXTS,
  cluster: TEXTS,
  complete: { fits: value => typeof value === 'boolean', words: 'true or false' },
};

/** The names of all properties. */
export const PROPERTIES: readonly string[] = Object.keys(SHAPES);

function oneOf(values: readonly string[]): Shape {
  return { fits: value => values.some(one => one === value), words: `one of ${values.map(one => `'${one}'`).join(', ')}` };
}
