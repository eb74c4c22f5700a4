import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { BOUNDARY, boundaryOf } from '../../mesh/private/boundary';
import { compareTexts } from '../../mesh/private/compare-texts';
import { deliveryMarksOf } from '../../mesh/private/delivery-marks';
import { once } from '../../mesh/private/settled';
import { chartOrder } from './chart-order';
import { isNamespaced } from './needs-namespace';
import { groupOf, objectsOf } from './objects-of';

/** A chart whose folder a controller applies. */
export interface DeliveredChart {
  readonly chart: Chart;
  /** below the output folder, with `/` */
  readonly path: string;
  /** of the environment and the chart, fit for the name of an object */
  readonly name: string;
}

/** The charts that are delivered, and which of them come before which. */
export class DeliveredCharts {
  private readonly charts: DeliveredChart[] = [];
  private readonly order: () => ReadonlyMap<DeliveredChart, readonly DeliveredChart[]>;
  private readonly waves: () => ReadonlyMap<DeliveredChart, number>;
  private readonly owners: () => ReadonlyMap<string, Chart>;

  /**
   * @param place the construct that delivers them
   * @param longest how many characters a name may have
   */
  constructor(private readonly place: IConstruct, private readonly longest: number) {
    this.order = once(place, () => chartOrder([...this.charts].sort((one, other) => compareTexts(one.name, other.name))));
    this.waves = once(place, () => wavesOf(this.order()));
    this.owners = once(place, () => ownersOf(this.charts.map(({ chart }) => chart)));
  }

  /** @throws when it is there already, and when its ids are no name of an object, or give the name of another chart. */
  public add(chart: Chart): DeliveredChart {
    if (this.charts.some(other => other.chart === chart)) {
      throw new Error(`${chart.node.path}: is already delivered by ${this.place.node.path}. Deliver a chart once.`);
    }
    const delivered = deliveredChart(chart);
    if (delivered.name.length > this.longest) {
      throw new Error(`${chart.node.path}: would be delivered as "${delivered.name}", which has ${delivered.name.length} characters, but ${this.place.node.path} allows at most ${this.longest}. Shorten the name of the chart, or of its environment.`);
    }
    const other = this.charts.find(({ name }) => name === delivered.name);
    if (other !== undefined) {
      throw new Error(`${chart.node.path}: would be delivered as "${delivered.name}", as ${other.chart.node.path} is. Rename one of the two.`);
    }
    this.charts.push(delivered);
    return delivered;
  }

  /** The charts which one waits for, by its own word or since they create namespaces of its objects. */
  public before(delivered: DeliveredChart): readonly DeliveredChart[] {
    return this.order().get(delivered) ?? [];
  }

  /** How many charts come before one, each after another. */
  public wave(delivered: DeliveredChart): number {
    return this.waves().get(delivered)!;
  }

  /** @throws when the app renders no folder of a chart, and for an object that nobody could apply. */
  public requireFolder({ chart }: DeliveredChart): void {
    if (!deliveryMarksOf(chart).chartFolders) {
      throw new Error(`${chart.node.path}: has no folder for ${this.place.node.path}, because its app does not render one for each chart. Use new MeshApp({ kustomize: true }), with no other yamlOutputType.`);
    }
    const objects = objectsOf(chart);
    const lost = objects.find(object => object.metadata.namespace === undefined && isNamespaced(object));
    if (lost !== undefined) {
      throw new Error(`${lost.node.path}: ${lost.kind} "${lost.name}" has no namespace, so ${this.place.node.path} cannot apply it. Give the chart one, new Chart(scope, "${chart.node.id}", { namespace }), or the object itself.`);
    }
    if (objects.length === 0) {
      throw new Error(`${chart.node.path}: has no objects, so there is no folder for ${this.place.node.path}. Deliver only charts with objects.`);
    }
    this.requireOneCluster(chart, objects);
  }

  /** All that one delivers goes to one cluster, where what two environments render under one name would be applied in turns, for ever. */
  private requireOneCluster(chart: Chart, objects: readonly ApiObject[]): void {
    const owners = this.owners();
    for (const object of objects) {
      const other = owners.get(identityOf(object))!;
      if (boundaryOf(other) !== boundaryOf(chart)) {
        throw new Error(`${object.node.path}: ${this.place.node.path} would apply ${object.kind} "${object.name}", which ${other.node.path} also renders, to the same cluster. Deliver each environment with a separate construct that names its cluster.`);
      }
    }
  }
}

/** Which chart is the first to render an object. */
function ownersOf(charts: readonly Chart[]): ReadonlyMap<string, Chart> {
  return new Map([...charts].reverse().flatMap(chart => objectsOf(chart).map(object => [identityOf(object), chart])));
}

function identityOf(object: ApiObject): string {
  return `${groupOf(object)}/${object.kind} ${object.metadata.namespace ?? ''}/${object.name}`;
}

function wavesOf(order: ReadonlyMap<DeliveredChart, readonly DeliveredChart[]>): ReadonlyMap<DeliveredChart, number> {
  const waves = new Map<DeliveredChart, number>();
  const waveOf = (one: DeliveredChart): number => {
    const wave = waves.get(one) ?? Math.max(0, ...order.get(one)!.map(other => waveOf(other) + 1));
    waves.set(one, wave);
    return wave;
  };
  order.forEach((_, one) => waveOf(one));
  return waves;
}

function deliveredChart(chart: Chart): DeliveredChart {
  const ids = chart.node.scopes.slice(1).map(({ node }) => node.id);
  const environment = chart.node.scopes.filter(scope => BOUNDARY in scope).map(({ node }) => node.id);
  const folder = ids.slice(environment.length).join('.');
  if (!NAME.test(folder)) {
    throw new Error(`${chart.node.path}: "${folder}" is not a valid object name, which the delivery of a chart needs. Name charts with lowercase letters, digits, and inner hyphens or dots.`);
  }
  return { chart, path: [...environment, folder].join('/'), name: [...environment, folder].join('-') };
}

const NAME = /^[a-z0-9]+(?:[-.]+[a-z0-9]+)*$/;
