import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Application, ApplicationSpec } from '../../imports/argoproj.io';
import { compareTexts } from '../mesh/private/compare-texts';
import { lateAnnotation } from '../mesh/private/late-annotation';
import { lateSpec } from '../mesh/private/late-spec';
import { DeliveredChart, DeliveredCharts, objectsOf } from './private/delivered-charts';
import { ignoredDifferences } from './private/ignored-differences';

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
   * The output folder, in the repository.
   *
   * @default "dist"
   */
  readonly outputFolder?: string;
  /**
   * The project of Argo CD that the Applications belong to.
   *
   * @default "default"
   */
  readonly project?: string;
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

/**
 * An `Application` of Argo CD for each chart: the unit in which it builds, compares and applies. An app with `kustomize: true` renders the folders
 * that they name.
 *
 * Charts that create namespaces come in a wave before those that have objects in them. Of what controllers write into the objects of a chart,
 * exactly that is ignored: replicas that an autoscaler or Flagger sets, and weights of the routes that Argo Rollouts names.
 */
export class ArgoApplications extends Construct {
  private readonly charts: DeliveredCharts;

  constructor(scope: Construct, id: string, private readonly props: ArgoApplicationsProps) {
    super(scope, id);
    this.charts = new DeliveredCharts(this);
  }

  /**
   * Has a chart applied.
   *
   * @throws when it is added twice, and when its ids are no name of an object.
   */
  public addChart(chart: Chart): void {
    const delivered = this.charts.add(chart);
    const annotations = { 'argocd.argoproj.io/sync-wave': lateAnnotation(() => String(this.charts.wave(delivered))) };
    const application = new Construct(this, delivered.name);
    new Application(application, 'Default', {
      metadata: { name: delivered.name, namespace: this.props.applicationNamespace ?? 'argocd', annotations },
      spec: lateSpec(application, () => this.specOf(delivered)),
    });
  }

  private specOf({ chart, path }: DeliveredChart): ApplicationSpec {
    const { automated = true, outputFolder = 'dist', project = 'default', repoUrl, server = 'https://kubernetes.default.svc', targetRevision = 'HEAD' } = this.props;
    const ignored = ignoredDifferences(chart);
    return {
      project,
      source: { repoUrl, targetRevision, path: `${outputFolder}/${path}` },
      destination: { server },
      ...(ignored.length === 0 ? {} : { ignoreDifferences: ignored }),
      syncPolicy: {
        ...(automated ? { automated: { prune: true, selfHeal: true } } : {}),
        ...withOptions(syncOptions(chart, ignored.length > 0)),
      },
    };
  }
}

function withOptions(options: readonly string[]): { syncOptions?: string[] } {
  return options.length === 0 ? {} : { syncOptions: [...options].sort(compareTexts) };
}

/** A DestinationRule that is gone is removed when routes that named its subsets have changed. */
function syncOptions(chart: Chart, ignoring: boolean): string[] {
  return [
    ...(ignoring ? ['RespectIgnoreDifferences=true'] : []),
    ...(objectsOf(chart, 'DestinationRule').length > 0 ? ['PruneLast=true'] : []),
    ...(bringsItsKinds(chart) ? ['SkipDryRunOnMissingResource=true'] : []),
  ];
}

/** Whether a chart, or another one of the app, creates the kinds of its objects: a dry run would fail before these are there. */
function bringsItsKinds(chart: Chart): boolean {
  const charts = chart.node.root.node.findAll().filter(construct => Chart.isChart(construct));
  const groups = charts.flatMap(one => objectsOf(one, 'CustomResourceDefinition')).map(({ name }) => name.slice(name.indexOf('.') + 1));
  return groups.length > 0 && objectsOf(chart).some(({ apiVersion }) => groups.includes(apiVersion.split('/')[0]));
}
