import { App, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Environment } from '../environment';
import { ConstructTree, TreeEntry } from './construct-tree';
import { requireDistinct } from './distinct-objects';
import { layOut } from './layout';
import { RenderedChart, renderCharts } from './rendered-chart';
import { validate } from './validation';
import { yamlText } from './yaml-text';

/** What one folder will hold. */
export interface RenderedFolder {
  /** Name of the environment; empty for what is outside of any, which goes to the output folder itself. */
  readonly name: string;
  /** Path relative to the folder, to text. */
  readonly files: ReadonlyMap<string, string>;
  readonly charts: readonly RenderedChart[];
}

/**
 * Validates and renders an app, or one environment of it, in memory.
 *
 * @throws on an unknown environment, a failing validation, a dependency cycle, a clash of names, and what rendering itself throws.
 */
export function renderApp(app: App, environments: readonly Environment[], onlyEnvironment?: string): RenderedFolder[] {
  const scopes = onlyEnvironment === undefined ? [app, ...environments] : [environmentNamed(onlyEnvironment, environments)];
  const tree = new ConstructTree(app);
  validate(tree.entries.filter(entry => concerns(entry, scopes)));
  const byScope = new Map<IConstruct, RenderedChart[]>(scopes.map(scope => [scope, []]));
  for (const rendered of renderCharts(tree, chart => byScope.has(ownerOf(chart)))) {
    byScope.get(ownerOf(rendered.chart))!.push(rendered);
  }
  return scopes.map(scope => {
    const charts = byScope.get(scope)!;
    return { name: scope.node.id, files: filesOf(app, scope, charts), charts };
  });
}

function filesOf(app: App, scope: IConstruct, charts: readonly RenderedChart[]): Map<string, string> {
  const objects = layOut(charts, { outputType: app.yamlOutputType, extension: app.outputFileExtension, scope });
  objects.forEach(content => requireDistinct(content));
  return new Map([...objects].map(([file, content]) => [file, yamlText(content.map(({ manifest }) => manifest))]));
}

/** What is outside of every environment may take part in any of them, so it is validated with each. */
function concerns({ construct }: TreeEntry, scopes: readonly IConstruct[]): boolean {
  const environment = Environment.of(construct);
  return environment === undefined || scopes.includes(environment);
}

function ownerOf(chart: Chart): IConstruct {
  return Environment.of(chart) ?? App.of(chart);
}

function environmentNamed(name: string, environments: readonly Environment[]): Environment {
  const found = environments.find(environment => environment.name === name);
  if (found === undefined) {
    const known = environments.map(environment => `"${environment.name}"`).join(', ') || 'none';
    throw new Error(`environment "${name}": this app has no environment of that name. Known environments: ${known}. Correct CDK8S_MESH_ENV (or \`onlyEnvironment\`), or create it with app.environment("${name}").`);
  }
  return found;
}
