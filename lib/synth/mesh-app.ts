import path from 'node:path';
import { App, AppProps, Chart, YamlOutputType } from 'cdk8s';
import { Mesh } from '../mesh/mesh';
import { markForDelivery } from '../mesh/private/delivery-marks';
import { whileSettled } from '../mesh/private/settled';
import { Environment } from './environment';
import { ConstructTree } from './private/construct-tree';
import { FOLDER_PER_CHART, layoutOfUnits } from './private/kustomization-files';
import { publishApp } from './private/publish-app';
import { renderApp, RenderedFolder } from './private/render-app';
import { chartsInOrder, renderCharts } from './private/rendered-chart';
import { renderedTexts, RenderedTexts } from './private/rendered-texts';
import { inSyncWave } from './private/sync-waves';
import { validate } from './private/validation';
import { yamlText } from './private/yaml-text';

/** What a `MeshApp` can be told: all that a cdk8s `App` can, and more. */
export interface MeshAppProps extends AppProps {
  /**
   * Whether a folder that holds files of an earlier run may be left with none.
   *
   * @default - true if the environment variable CDK8S_MESH_ALLOW_EMPTY is 1, otherwise such a run is refused, and nothing is removed
   */
  readonly allowEmpty?: boolean;

  /**
   * Whether each folder of a chart, or of a namespace, gets a kustomization that lists its objects in the order in which to apply them. Its
   * name is `Kustomization`, which `kubectl apply -f` does not read. Without a `yamlOutputType`, each chart has a folder, and each object a file.
   *
   * @default false
   */
  readonly kustomize?: boolean;

  /**
   * The mesh that everything in the app is rendered for.
   *
   * @default - none is known: constructs of the mesh fail until `mesh.applyTo` has told one to the app, or to a scope in it
   */
  readonly mesh?: Mesh;

  /**
   * Name of the one environment to render; the folders of the others stay as they are.
   *
   * @default - CDK8S_MESH_ENV if defined, otherwise everything is rendered
   */
  readonly onlyEnvironment?: string;

  /**
   * Whether each folder with objects gets a page `PREREQUISITES.md`, and a list `install/prerequisites.yaml` for programs: what a cluster has to have
   * before the objects are applied, with the commands.
   *
   * @default false
   */
  readonly prerequisites?: boolean;

  /**
   * Whether each folder with objects gets a page `RUNBOOK.md`: what those do and look at who run what is rendered, with the real names.
   *
   * @default false
   */
  readonly runbook?: boolean;

  /**
   * Whether objects are annotated with a wave of Argo CD, by their kinds: DestinationRules come first, then pods, and the routes that name
   * subsets when the pods are ready; what routes name is removed last. An object that says its wave keeps it.
   *
   * @default false
   */
  readonly syncWaves?: boolean;
}

/**
 * A cdk8s `App` whose `synth` takes linear time, never loses a file and never touches one that it did not write. A project switches by
 * changing the one word; props and environment variables of `App` keep their meaning.
 *
 * More variables are read: CDK8S_MESH_ENV and CDK8S_MESH_ALLOW_EMPTY stand for the props, CDK8S_MESH_OUTDIR names another output folder,
 * whatever the program says (to compare with the committed one, say), and CDK8S_MESH_REPORT a file that is told what became of each file.
 */
export class MeshApp extends App {
  private readonly identity = Symbol('app');
  private readonly allowEmpty: boolean;
  private readonly onlyEnvironment?: string;
  private readonly recordMetadata: boolean;
  private readonly wishes: Pick<MeshAppProps, 'kustomize' | 'prerequisites' | 'runbook' | 'syncWaves'>;

  constructor(props: MeshAppProps = {}) {
    super({ ...props, yamlOutputType: outputTypeOf(props), outdir: outdirOf(props) });
    this.recordMetadata = props.recordConstructMetadata ?? variable('CDK8S_RECORD_CONSTRUCT_METADATA') === 'true';
    this.allowEmpty = props.allowEmpty ?? variable('CDK8S_MESH_ALLOW_EMPTY') === '1';
    this.onlyEnvironment = props.onlyEnvironment ?? variable('CDK8S_MESH_ENV');
    const { kustomize, prerequisites, runbook, syncWaves } = props;
    this.wishes = { kustomize, prerequisites, runbook, syncWaves };
    props.mesh?.applyTo(this);
    const chartFolders = kustomize === true && this.yamlOutputType === FOLDER_PER_CHART;
    markForDelivery(this, { chartFolders, outdir: committedOutdirOf(props), syncWaves: syncWaves === true });
  }

  /** All charts, each after those that it depends on. */
  public get charts(): Chart[] {
    return chartsInOrder(new ConstructTree(this));
  }

  /** The environments, in the order of their creation. */
  public get environments(): Environment[] {
    return this.node.children.filter(Environment.isEnvironment);
  }

  /**
   * The environment of this name, which the first call creates: a scope for charts whose files go to a folder of its own.
   *
   * Values of an environment are plain TypeScript: loop over records, and pass them to the constructs.
   */
  public environment(name: string): Environment {
    return this.environments.find(environment => environment.name === name) ?? new Environment(this, name);
  }

  /**
   * Renders all charts and publishes them to the output folder, and before that to CDK8S_OUTDIR where it is another one.
   *
   * Nothing is written before everything is rendered and every validation has passed. Then each file is replaced in one step: whenever
   * the process ends, every file is wholly old or wholly new. Files of earlier runs that are not rendered any more are removed.
   */
  public synth(): void {
    publishApp(this.render(), {
      app: this.identity,
      outdir: this.outdir,
      copyTo: variable('CDK8S_OUTDIR'),
      recordMetadata: this.recordMetadata,
      allowEmpty: this.allowEmpty,
      complete: this.onlyEnvironment === undefined,
      reportFile: variable('CDK8S_MESH_REPORT'),
    });
  }

  /**
   * What `synth` would write, in memory. The matcher of `cdk8s-mesh/jest` asks for it by name, which may have another copy of this class.
   *
   * @internal
   */
  public _renderedTexts(): RenderedTexts[] {
    return renderedTexts(this.render());
  }

  /** All objects of all charts as one YAML stream. */
  public synthYaml(): string {
    return whileSettled(this, () => {
      const tree = new ConstructTree(this);
      validate(tree.entries);
      const manifests = renderCharts(tree, () => true).flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
      return yamlText(this.wishes.syncWaves === true ? manifests.map(inSyncWave) : manifests);
    });
  }

  private render(): RenderedFolder[] {
    return renderApp(this, this.environments, { ...this.wishes, onlyEnvironment: this.onlyEnvironment });
  }
}

function outputTypeOf({ kustomize, yamlOutputType }: MeshAppProps): YamlOutputType | undefined {
  return kustomize === true ? layoutOfUnits(yamlOutputType) : yamlOutputType;
}

/** What starts the app decides on the folder before the program does; cdk8s on one alone that the program does not name. */
function outdirOf({ outdir }: MeshAppProps): string {
  return variable('CDK8S_MESH_OUTDIR') ?? outdir ?? variable('CDK8S_OUTDIR') ?? 'dist';
}

/** The folder whose files are committed: not the one of a rendering that is compared with them, nor one for this run that cdk8s made somewhere. */
function committedOutdirOf({ outdir }: MeshAppProps): string {
  const given = variable('CDK8S_OUTDIR') ?? 'dist';
  return outdir ?? (path.isAbsolute(given) ? 'dist' : given);
}

function variable(name: string): string | undefined {
  return process.env[name] || undefined;
}
