import { App, Chart } from 'cdk8s';
import type { ChartPlan, ChartStatement } from './chart-plan';
import { DesiredObject, Unwritable } from './desired-object';
import { GeneratedStatement, generatedStatement } from './generated-statement';
import type { Imported, ImportedObject, ReadObject, RefusedObject } from './imported';
import type { Lift } from './lift/lift-objects';
import { ChartNames, IdsOfChart } from './made-names';
import { nameText } from './source-object';

/** What charts are written from. */
export interface WriterInput {
  readonly objects: readonly ReadObject[];
  /** Why objects are not lifted. */
  readonly reasons: ReadonlyMap<DesiredObject, string>;
  readonly progress?: (done: number, all: number) => void;
}

/** Writes charts, also with other lifted constructs than the last time. */
export class ChartWriter {
  private readonly generated = new Map<DesiredObject, GeneratedStatement | Unwritable>();
  private readonly app = new App();
  private readonly groups: ReadonlyArray<readonly [namespace: string | undefined, members: readonly ReadObject[]]>;

  constructor(private readonly input: WriterInput) {
    this.groups = byNamespace(input.objects);
  }

  public write(lifts: readonly Lift[]): Imported {
    const byObject = new Map(lifts.flatMap(lift => lift.objects.map(object => [object, lift] as const)));
    const made: Making = { lifts: byObject, objects: [], refused: [], written: new Set() };
    const names = new ChartNames();
    const charts = this.groups.map(([namespace, members]) => this.chart({ ...names.of(namespace), namespace }, members, made));
    return { charts: charts.filter(({ statements }) => statements.length > 0), objects: made.objects, refused: made.refused };
  }

  private chart(about: Omit<ChartPlan, 'statements'>, members: readonly ReadObject[], made: Making): ChartPlan {
    const ids = new IdsOfChart();
    members.forEach(({ object }) => made.lifts.get(object)?.ids.forEach(id => ids.claim(id)));
    // A chart of this writer takes constructs one by one, and keeps none.
    const chart = this.app.node.tryFindChild(about.stem) as Chart | undefined ?? new Chart(this.app, about.stem, { namespace: about.namespace });
    const statements = members.flatMap(member => {
      const lift = made.lifts.get(member.object);
      return lift === undefined ? this.plain(member, { id: ids.of(member.object.name), chart, made }) : this.lifted(member, lift, made);
    });
    return { ...about, statements };
  }

  /** The statements stand where the first of their objects stood. */
  private lifted({ object, source }: ReadObject, lift: Lift, made: Making): ChartStatement[] {
    made.objects.push({
      object: object.name, desired: object, construct: lift.construct, level: 'lifted', place: source.place, leftOut: object.leftOut,
    });
    if (made.written.has(lift)) {
      return [];
    }
    made.written.add(lift);
    const comments = this.input.objects.filter(({ object: other }) => lift.objects.includes(other)).flatMap(other => other.source.comments);
    return lift.statements.map((statement, index) => ({ ...statement, comments: index === 0 ? comments : [] }));
  }

  private plain({ object, source }: ReadObject, { id, chart, made }: Placing): ChartStatement[] {
    const statement = this.generated.get(object) ?? this.generate(object, id, chart);
    this.generated.set(object, statement);
    if (statement instanceof Unwritable) {
      made.refused.push({ place: source.place, reason: `${nameText(object.name)}: ${statement.message}` });
      return [];
    }
    const { code, construct, reason = this.input.reasons.get(object) } = statement;
    const level = construct === 'ApiObject' ? 'untyped' : 'generated';
    made.objects.push({ object: object.name, desired: object, construct, level, reason, place: source.place, leftOut: object.leftOut });
    return [{ code, comments: source.comments }];
  }

  private generate(object: DesiredObject, id: string, chart: Chart): GeneratedStatement | Unwritable {
    this.input.progress?.(this.generated.size + 1, this.input.objects.length);
    try {
      return generatedStatement(object, id, chart);
    } catch (error) {
      if (error instanceof Unwritable) {
        return error;
      }
      throw error;
    }
  }
}

/** What one writing collects. */
interface Making {
  readonly lifts: ReadonlyMap<DesiredObject, Lift>;
  readonly objects: ImportedObject[];
  readonly refused: RefusedObject[];
  readonly written: Set<Lift>;
}

interface Placing {
  readonly id: string;
  readonly chart: Chart;
  readonly made: Making;
}

/** Namespaces in the order of their names; what names none comes first. */
function byNamespace(objects: readonly ReadObject[]): Array<[namespace: string | undefined, members: ReadObject[]]> {
  const groups = new Map<string | undefined, ReadObject[]>();
  objects.forEach(entry => {
    const { namespace } = entry.object.name;
    const members = groups.get(namespace);
    if (members === undefined) {
      groups.set(namespace, [entry]);
    } else {
      members.push(entry);
    }
  });
  return [...groups].sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)));
}
