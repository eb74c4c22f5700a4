import { IConstruct } from 'constructs';
import { Mesh } from '../../../mesh/mesh';
import { boundaryOf } from '../../../mesh/private/boundary';
import { providedTo } from '../../../mesh/private/provides';
import { runbookEntriesOf } from '../../../mesh/private/runbook/runbook-entries';
import { shellBlock } from '../../../mesh/private/runbook/shell';
import { CompanionWish } from '../companion-files';
import { unitsIn } from '../kustomization-files';
import { RenderedChart, RenderedObject } from '../rendered-chart';
import { applyFiles, applyKustomizations } from './apply-commands';
import { Source, prerequisitesOf } from './prerequisites';
import { prerequisitesList } from './prerequisites-list';
import { prerequisitesPage } from './prerequisites-page';
import { Installation } from './projects';

/** A folder whose prerequisites are told. */
export interface PrerequisiteRequest {
  readonly owner: string;
  /** The environment, or the app. */
  readonly scope: IConstruct;
  readonly charts: readonly RenderedChart[];
  /** Those who say what others create. */
  readonly saying: readonly IConstruct[];
  /** Whether there are kustomizations. */
  readonly kustomize: boolean;
  /** The files with objects, below the folder. */
  readonly files: ReadonlyMap<string, readonly RenderedObject[]>;
}

/** The page and the list of what has to be there before the objects of a folder; none where there are no objects. */
export function prerequisiteFiles(request: PrerequisiteRequest): CompanionWish[] {
  const { owner, scope, files } = request;
  if (files.size === 0) {
    return [];
  }
  const found = prerequisitesOf(sourcesOf(request));
  const installation = (project: string): Installation | undefined => installationIn(scope, project) ?? installationOf(request, project);
  const settings = { name: scope.node.id, apply: commandsOf(request), installation };
  return [
    { path: 'PREREQUISITES.md', content: () => prerequisitesPage(found, settings) },
    { path: 'install/prerequisites.yaml', content: () => prerequisitesList(found, settings) },
  ].map(companion => ({ owner, companion }));
}

function sourcesOf({ charts, saying }: PrerequisiteRequest): Source[] {
  return [
    ...charts.flatMap(({ chart, objects }) => objects.map(({ manifest, origin }) => ({ place: placeIn(chart, origin), manifest }))),
    ...saying.flatMap(construct => providedTo([construct]).map(provided => ({ place: construct.node.path, provided }))),
  ];
}

/** The construct directly in the chart: what is inside of that is ours. */
function placeIn({ node }: IConstruct, origin: string): string {
  const below = origin.startsWith(`${node.path}/`) ? origin.slice(node.path.length + 1).split('/', 1) : [];
  return [node.path, ...below].join('/');
}

function commandsOf({ files, kustomize }: PrerequisiteRequest): string[] {
  if (kustomize) {
    return applyKustomizations([...unitsIn(files)].map(([unit, objects]) => ({ path: unit === '' ? '.' : unit, objects: objects.map(({ object }) => object.manifest) })));
  }
  return applyFiles([...files].map(([path, objects]) => ({ path, objects: objects.map(({ manifest }) => manifest) })));
}

/** How a platform tells the runbook that something is installed, with its files. */
function installationIn(scope: IConstruct, project: string): Installation | undefined {
  const boundary = boundaryOf(scope);
  const own = scope.node.findAll().filter(construct => boundaryOf(construct) === boundary).flatMap(runbookEntriesOf);
  const ways = own.filter(({ installs }) => installs === project).map(({ title, text }) => ({ title, text: text() ?? '' }));
  return ways.length === 0 ? undefined : {
    text: [...new Set(ways.flatMap(({ title, text }) => [`#### ${title}`, text]))].join('\n\n'),
    commands: /```sh\n([^]*?)\n```/.exec(ways[0].text)?.[1].split('\n') ?? [],
  };
}

/** How the mesh itself is installed as its users know it, where no platform says more. */
function installationOf({ charts }: PrerequisiteRequest, project: string): Installation | undefined {
  const meshes = new Set(charts.map(({ chart }) => Mesh._toldTo(chart)));
  const commands = [...meshes].map(mesh => mesh?._provider.installCommands()[project]).find(found => found !== undefined);
  return commands === undefined ? undefined : { text: shellBlock(...commands), commands };
}
