import { IConstruct } from 'constructs';

/** A text file that goes along with the objects of an environment, and is no object itself: values of an installation, a page. */
export interface Companion {
  /** below the folder of the environment, with `/`; not where `kubectl apply -f` would read it */
  readonly path: string;
  /** a text, or values to be written as YAML; asked for when all validations have passed; undefined: there is no such file */
  readonly content: () => string | Readonly<Record<string, unknown>> | undefined;
}

/** Lets a construct have a file beside its objects. `MeshApp` writes it; a stock `App` knows of objects only. */
export function addCompanion(owner: IConstruct & { [COMPANIONS]?: Companion[] }, companion: Companion): void {
  (owner[COMPANIONS] ??= []).push(companion);
}

/** The files that one construct has beside its objects. */
export function companionsOf(owner: IConstruct & { [COMPANIONS]?: Companion[] }): readonly Companion[] {
  return owner[COMPANIONS] ?? [];
}

/** They stand on the construct itself, so that two copies of this package in one program agree. */
const COMPANIONS = Symbol.for('cdk8s-mesh.Companions');
