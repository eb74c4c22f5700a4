import { IConstruct } from 'constructs';

/** Marks an app that renders a folder with a kustomization for each chart. */
const CHART_FOLDERS = Symbol.for('cdk8s-mesh.ChartFolders');

/** Lets those who deliver charts know that an app renders a folder with a kustomization for each. */
export function sayChartFolders(app: IConstruct): void {
  Object.defineProperty(app, CHART_FOLDERS, { value: true });
}

/** Whether the app of a construct renders a folder with a kustomization for each chart. */
export function hasChartFolders({ node }: IConstruct): boolean {
  return CHART_FOLDERS in node.root;
}
