import { ApiObjectMetadataDefinition } from 'cdk8s';

/** How pods, and the namespaces that they are in, are told to take part in a mesh. */
export interface Membership {
  /** name of the product */
  readonly product: string;
  /** names of labels and annotations, each with the value that says no */
  readonly marks: Readonly<Record<string, string>>;
}

/** Labels and annotations of an object. */
export interface Marks {
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** What an object says of taking part. */
export interface MembershipSaid {
  /** `name: value` of the label or annotation that says so */
  readonly by: string;
  readonly takesPart: boolean;
}

/** What the labels and annotations of an object say of taking part in a mesh; undefined: nothing. A no counts more than a yes. */
export function membershipSaid({ marks }: Membership, { annotations, labels }: Marks): MembershipSaid | undefined {
  const said = [...Object.entries(labels), ...Object.entries(annotations)]
    .filter(([name]) => Object.hasOwn(marks, name))
    .map(([name, value]) => ({ by: `${name}: ${value}`, takesPart: value !== marks[name] }));
  return said.find(({ takesPart }) => !takesPart) ?? said.at(0);
}

/** The labels and annotations that an object has by now. */
export function marksOf(metadata: ApiObjectMetadataDefinition): Marks {
  const { annotations = {}, labels = {} } = (metadata.toJson() ?? {}) as Partial<Marks>;
  return { annotations, labels };
}
