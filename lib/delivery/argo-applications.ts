import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Application, ApplicationSpec } from '../../imports/argoproj.io';
import { boundaryOf } from '../mesh/private/boundary';
import { lateAnnotation } from '../mesh/private/late-annotation';
import { lateSpec } from '../mesh/private/late-spec';
import { DeliveredChart, DeliveredCharts } from './private/delivered-charts';
import { ignoredDifferences } from './private/ignored-differences';
import { IN_CLUSTER } from './private/in-cluster';
import { groupOf, objectsOf } from './private/objects-of';
import { inFolder, outputFolderOf } from './private/output-folder';
import { pruneLast } from './private/prune-last';
import { ONLY_OUT_OF_SYNC, syncsInWaves } from './private/syncs-in-waves';

/** Where Argo CD finds what is rendered, and where it applies it. */
export interface ArgoApplicationsProps {
  /** The repository with the rendered files. */
  readonly repoUrl: string;
  /**
   * The namespace of the Applications.
   *
   * @default "argocd"
   */
  readonly applicationNamespace?: string;
  /**
   * Whether Argo CD applies what changes without being asked, removes what is gone, and takes changes by hand back.
   *
   * @default true
   */
  readonly automated?: boolean;
  /**
   * The output folder, as a path from the root of the repository: `"services/shop/dist"`, or `"."` for the root itself.
   *
   * @default - the `outdir` of the app, seen from the folder in which it runs, which is the root of the repository then
   */
  readonly outputFolder?: string;
  /**
   * The project of Argo CD that the Applications belong to.
   *
   * @default "default"
   */
  readonly project?: string;
  /**
   * Whether the objects of a chart are removed along with its Application, as when the chart is gone.
   *
   * @default - as `automated` says
   */
  readonly removeWithChart?: boolean;
  /**
   * The API server of the cluster to apply to.
   *
   * @default "https://kubernetes.default.svc", the cluster in which Argo CD runs
   */
  readonly server?: string;
  /**
   * Branch, tag or commit.
   *
   * @default "HEAD"
   */
  readonly targetRevision?: string;
}

/** An object may have 253, but it gets a file of its name, which has 255 with its kind. */
const LONGEST = 180;

/**
 * An `Application` of Argo CD for each chart: the unit in which it builds, compares and applies. Only an app with `kustomize: true` renders the
 * folders that they name.
 *
 * Charts that create namespaces come in a wave before those that have objects in them. Of what controllers write into the objects of a chart,
 * exactly that is ignored: replicas that an autoscaler or Flagger sets, and weights of the routes that Argo Rollouts names.
 */
export class ArgoApplications extends Construct {
  private readonly charts: DeliveredCharts;
  private readonly outputFolder: string;

  /** @throws when the output folder is no path in the repository, and when it is not said and nobody knows it */
  constructor(scope: Construct, id: string, private readonly props: ArgoApplicationsProps) {
    super(scope, id);
    this.charts = new DeliveredCharts(this, LONGEST);
    this.outputFolder = outputFolderOf(this, props.outputFolder);
  }

  /**
   * Has a chart applied.
   *
   * @throws when it is added twice, and when its ids are no name of an object, or give the name of another chart.
   */
  public addChart(chart: Chart): void {
    const delivered = this.charts.add(chart);
    const annotations = { 'argocd.argoproj.io/sync-wave': lateAnnotation(() => String(this.charts.wave(delivered))) };
    const application = new Construct(this, delivered.name);
    const { applicationNamespace = 'argocd', automated = true, removeWithChart = automated } = this.props;
    new Application(application, 'Default', {
      metadata: { name: delivered.name, namespace: applicationNamespace, annotations, ...(removeWithChart ? { finalizers: [REMOVING] } : {}) },
      spec: lateSpec(application, () => this.specOf(delivered)),
    });
  }

  private specOf(delivered: DeliveredChart): ApplicationSpec {
    const { automated = true, project = 'default', repoUrl, server = IN_CLUSTER, targetRevision = 'HEAD' } = this.props;
    this.charts.requireFolder(delivered);
    const { inLists, replicas } = ignoredDifferences(delivered.chart);
    const ignored = [...replicas, ...inLists];
    const syncOptions = [
      ...whileSyncing(inLists.length > 0, replicas.length > 0, syncsInWaves(delivered.chart)), ...pruneLast(delivered.chart), ...(bringsKinds(delivered.chart) ? ['SkipDryRunOnMissingResource=true'] : []),
    ];
    return {
      project,
      source: { repoUrl, targetRevision, path: inFolder(this.outputFolder, delivered.path) },
      destination: { server },
      ...(ignored.length === 0 ? {} : { ignoreDifferences: ignored }),
      syncPolicy: {
        ...(automated ? { automated: { prune: true, selfHeal: true } } : {}),
        ...(syncOptions.length === 0 ? {} : { syncOptions }),
      },
    };
  }
}

/** Without it, Argo CD forgets the objects of an Application that is removed, and leaves them where they are. */
const REMOVING = 'resources-finalizer.argocd.argoproj.io';

/**
 * What keeps a sync from writing what is ignored. Of a list in a custom resource, `RespectIgnoreDifferences` puts the one of the cluster back as a
 * whole, so that no change of a route would ever be applied; there, what is in sync is left alone. So it is where a sync has waves.
 */
function whileSyncing(inLists: boolean, replicas: boolean, inWaves: boolean): string[] {
  return [...inLists || inWaves ? [ONLY_OUT_OF_SYNC] : [], ...replicas && !inLists ? ['RespectIgnoreDifferences=true'] : []];
}

/** Whether a chart, or another one for the same cluster, creates kinds of its objects: a dry run would fail before these are there. */
function bringsKinds(chart: Chart): boolean {
  const charts = boundaryOf(chart).node.findAll().filter(construct => Chart.isChart(construct));
  const groups = charts.flatMap(one => objectsOf(one, 'apiextensions.k8s.io/CustomResourceDefinition')).map(({ name }) => name.slice(name.indexOf('.') + 1));
  return groups.length > 0 && objectsOf(chart).some(object => groups.includes(groupOf(object)));
}
