import { Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Kustomization, KustomizationSpec, KustomizationSpecSourceRefKind } from '../../imports/kustomize.toolkit.fluxcd.io';
import { durationText } from '../mesh/private/duration-text';
import { lateSpec } from '../mesh/private/late-spec';
import { DeliveredChart, DeliveredCharts } from './private/delivered-charts';
import { inFolder, outputFolderOf } from './private/output-folder';

/** Where Flux finds what is rendered. */
export interface FluxKustomizationsProps {
  /** Name of the `GitRepository` with the rendered files. */
  readonly repository: string;
  /**
   * How often Flux compares the cluster with what is rendered.
   *
   * @default Duration.minutes(10)
   */
  readonly interval?: Duration;
  /**
   * The namespace of the Kustomizations, and of the repository.
   *
   * @default "flux-system"
   */
  readonly kustomizationNamespace?: string;
  /**
   * The output folder, as a path from the root of the repository: `"services/shop/dist"`, or `"."` for the root itself.
   *
   * @default - the `outdir` of the app, seen from the folder in which it runs, which is the root of the repository then
   */
  readonly outputFolder?: string;
  /**
   * How long Flux waits for what it has applied to be ready.
   *
   * @default Duration.minutes(5)
   */
  readonly timeout?: Duration;
}

/** Flux writes the name into a label of each object, which has 63 characters at most. */
const LONGEST = 63;

/**
 * A `Kustomization` of Flux for each chart: the unit in which it builds and applies, waits for what it has applied, and removes what is gone.
 * Only an app with `kustomize: true` renders the folders that they name.
 *
 * Charts that create namespaces are ready before those that have objects in them are applied.
 */
export class FluxKustomizations extends Construct {
  private readonly charts: DeliveredCharts;
  private readonly outputFolder: string;

  /** @throws when the output folder is no path in the repository, and when it is not said and nobody knows it */
  constructor(scope: Construct, id: string, private readonly props: FluxKustomizationsProps) {
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
    const kustomization = new Construct(this, delivered.name);
    new Kustomization(kustomization, 'Default', {
      metadata: { name: delivered.name, namespace: this.props.kustomizationNamespace ?? 'flux-system' },
      spec: lateSpec(kustomization, () => this.specOf(delivered)),
    });
  }

  private specOf(delivered: DeliveredChart): KustomizationSpec {
    const { interval = Duration.minutes(10), repository, timeout = Duration.minutes(5) } = this.props;
    this.charts.requireFolder(delivered);
    const dependsOn = this.charts.before(delivered).map(({ name }) => ({ name }));
    return {
      interval: durationText(interval),
      path: `./${inFolder(this.outputFolder, delivered.path)}`,
      sourceRef: { kind: KustomizationSpecSourceRefKind.GIT_REPOSITORY, name: repository },
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
      prune: true,
      wait: true,
      timeout: durationText(timeout),
    };
  }
}
