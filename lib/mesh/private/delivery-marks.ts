import { IConstruct } from 'constructs';

/** What those who deliver charts have to know of the app that renders them. */
export interface DeliveryMarks {
  /** whether it renders a folder with a kustomization for each chart */
  readonly chartFolders: boolean;
  /** the output folder, as the program names it */
  readonly outdir: string;
  /** whether objects say in which order Argo CD applies and removes them */
  readonly syncWaves: boolean;
}

const MARKS = Symbol.for('cdk8s-mesh.DeliveryMarks');

/** Marks an app. */
export function markForDelivery(app: IConstruct, marks: DeliveryMarks): void {
  Object.defineProperty(app, MARKS, { value: marks });
}

/** The marks of the app that a construct is in; an app that is none of ours has none. */
export function deliveryMarksOf({ node: { root } }: IConstruct): DeliveryMarks {
  return (root as { [MARKS]?: DeliveryMarks })[MARKS] ?? { chartFolders: false, outdir: 'dist', syncWaves: false };
}
