/** The kinds of rules that the API server holds an object against. */
export type ViolationKind =
  | 'unknown-kind' // no such kind in this group
  | 'unknown-version' // the kind is known, this version is not served
  | 'unknown-field'
  | 'newer-field' // the field, value or version came with a later release of Istio than the chosen one
  | 'required'
  | 'type'
  | 'enum'
  | 'bounds' // number, length, item and property counts
  | 'pattern'
  | 'format' // of a string, of labels, annotations and finalizers, of apiVersion
  | 'one-of' // oneOf, anyOf, not
  | 'duplicate' // an item of a set, or the keys of an item of a map list, twice
  | 'mismatch' // fields of a built-in kind that do not go together
  | 'name' // a name, generateName or namespace that no API server takes, or no name
  | 'cel';

/** Where in an object: keys and positions from its root. */
export type ObjectPath = ReadonlyArray<string | number>;

/** One rule that an object breaks. The words have no path in them: whoever prints a violation prints its path. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly path: ObjectPath;
  /** What is wrong, in lower case and without full stop: `"timeut" is no field of http[]`. */
  readonly message: string;
  /** What is expected there: a type, the values of an enum, a bound. */
  readonly expected?: string;
  /** How to mend it, where that can be said: `did you mean "timeout"?`. */
  readonly repair?: string;
  /** The only name or value that can be meant: it differs in letter case alone. */
  readonly meant?: string;
  /** Of an unknown field, the fields of the same mapping of which one may be meant. */
  readonly guesses?: readonly string[];
}
