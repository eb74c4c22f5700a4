import { App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { providedTo } from '../../mesh/private/provides';
import { companionsOf } from '../../mesh/private/runbook/companions';
import { runbookText } from '../../mesh/private/runbook/runbook-text';
import { whileSettled } from '../../mesh/private/settled';
import { Environment } from '../environment';
import { companionFiles, CompanionWish } from './companion-files';
import { ConstructTree, TreeEntry } from './construct-tree';
import { requireDistinct } from './distinct-objects';
import { kustomizationFiles } from './kustomization-files';
import { layOut } from './layout';
import { prerequisiteFiles } from './prerequisites/prerequisite-files';
import { RenderedChart, RenderedObject, renderCharts } from './rendered-chart';
import { inSyncWave } from './sync-waves';
import { validate } from './validation';
import { yamlText } from './yaml-text';

/** What one folder will hold. */
export interface RenderedFolder {
  /** Name of the environment; empty for what is outside of any, which goes to the output folder itself. */
  readonly name: string;
  /** The files with objects: path relative to the folder, to text. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that go along with them. */
  readonly companions: ReadonlyMap<string, string>;
  /** What they need and do not hold, since others create it: `Kind namespace/name`. */
  readonly provided: readonly string[];
  readonly charts: readonly RenderedChart[];
}

/** What of an app is rendered. */
export interface RenderOptions {
  /** name of the only environment to render; undefined: everything is rendered */
  readonly onlyEnvironment?: string;
  /** whether each folder gets a runbook */
  readonly runbook?: boolean;
  /** whether each folder of a chart or namespace gets a kustomization */
  readonly kustomize?: boolean;
  /** whether each folder gets a page and a list of what has to be there before */
  readonly prerequisites?: boolean;
  /** whether objects are annotated with their wave of Argo CD */
  readonly syncWaves?: boolean;
}

/**
 * Validates and renders an app, or one environment of it, in memory.
 *
 * @throws on an unknown environment, a failing validation, a dependency cycle, a clash of names, and what rendering itself throws.
 */
export function renderApp(app: App, environments: readonly Environment[], options: RenderOptions = {}): RenderedFolder[] {
  return whileSettled(app, () => render(app, environments, options));
}

function render(app: App, environments: readonly Environment[], options: RenderOptions): RenderedFolder[] {
  const { onlyEnvironment, runbook = false, kustomize = false, prerequisites = false, syncWaves = false } = options;
  const scopes = onlyEnvironment === undefined ? [app, ...environments] : [environmentNamed(onlyEnvironment, environments)];
  const tree = new ConstructTree(app);
  validate(tree.entries.filter(entry => concerns(entry, scopes)));
  const byScope = new Map<IConstruct, RenderedChart[]>(scopes.map(scope => [scope, []]));
  for (const rendered of renderCharts(tree, chart => byScope.has(ownerOf(chart, app)))) {
    byScope.get(ownerOf(rendered.chart, app))!.push(syncWaves ? inWaves(rendered) : rendered);
  }
  const wishes = new Map<IConstruct, CompanionWish[]>(scopes.map(scope => [scope, runbook ? [runbookOf(scope)] : []]));
  for (const { construct } of tree.entries) {
    wishes.get(ownerOf(construct, app))?.push(...companionsOf(construct).map(companion => ({ owner: construct.node.path, companion })));
  }
  const sayers = tree.entries.map(({ construct }) => construct).filter(({ node }) => node.metadata.length > 0);
  return scopes.map(scope => {
    const charts = byScope.get(scope)!;
    const objects = objectsOf(app, scope, charts);
    const saying = sayersIn(sayers, scope);
    const generated = [
      ...kustomize ? kustomizationFiles(nameOf(scope), objects) : [],
      ...prerequisites ? prerequisiteFiles({ owner: nameOf(scope), scope, charts, saying, kustomize, files: objects }) : [],
    ];
    const companions = companionFiles([...generated, ...wishes.get(scope)!], objects.keys());
    const files = new Map([...objects].map(([file, content]) => [file, yamlText(content.map(({ manifest }) => manifest))]));
    return { name: scope.node.id, files, companions, provided: providedTo(saying, isIn(objects)), charts };
  });
}

/** Those who say what others create, in a scope and outside of every environment: what is said there holds in each. */
function sayersIn(sayers: readonly IConstruct[], scope: IConstruct): IConstruct[] {
  return sayers.filter(construct => [undefined, scope].includes(Environment.of(construct)));
}

/** Whether something is among the objects: `Service shop/orders`. */
function isIn(objects: ReadonlyMap<string, readonly RenderedObject[]>): (thing: string) => boolean {
  const rendered = new Set([...objects.values()].flat().map(({ manifest: { kind, metadata } }) => `${kind} ${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`));
  return thing => rendered.has(thing);
}

function objectsOf(app: App, scope: IConstruct, charts: readonly RenderedChart[]): Map<string, RenderedObject[]> {
  requireDistinct(charts.flatMap(({ objects }) => objects));
  return layOut(charts, { outputType: app.yamlOutputType, extension: app.outputFileExtension, scope });
}

function inWaves({ chart, objects }: RenderedChart): RenderedChart {
  return { chart, objects: objects.map(object => ({ ...object, manifest: inSyncWave(object.manifest) })) };
}

function nameOf(scope: IConstruct): string {
  return scope.node.path || 'the app';
}

function runbookOf(scope: IConstruct): CompanionWish {
  return { owner: nameOf(scope), companion: { path: 'RUNBOOK.md', content: () => runbookText(scope) } };
}

/** What is outside of every environment may take part in any of them, so it is validated with each. */
function concerns({ construct }: TreeEntry, scopes: readonly IConstruct[]): boolean {
  const environment = Environment.of(construct);
  return environment === undefined || scopes.includes(environment);
}

function ownerOf(construct: IConstruct, app: App): IConstruct {
  return Environment.of(construct) ?? app;
}

function environmentNamed(name: string, environments: readonly Environment[]): Environment {
  const found = environments.find(environment => environment.name === name);
  if (found === undefined) {
    const known = environments.map(environment => `"${environment.name}"`).join(', ') || 'none';
    throw new Error(`environment "${name}": this app has no environment of that name. Known environments: ${known}. Correct CDK8S_MESH_ENV (or \`onlyEnvironment\`), or create it with app.environment("${name}").`);
  }
  return found;
}
