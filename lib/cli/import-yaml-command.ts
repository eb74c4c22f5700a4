import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { count } from '../inspect/count';
import { groupBy } from '../inspect/group-by';
import { listed } from '../inspect/listed';
import { Input, readInput } from '../inspect/model/input';
import { printable } from '../inspect/report/printable';
import { ChartPlan, moduleText } from '../migrate/chart-plan';
import { importObjects } from '../migrate/import-objects';
import type { Imported, ImportedObject, RefusedObject } from '../migrate/imported';
import { nameText, Place, SourceObject } from '../migrate/source-object';
import { CliError } from './cli-error';
import { commentsInFront } from './comments-in-front';
import { FileFlags, inputFilesAt } from './input-files';
import { droppedValues, importable, notImported, placeOf } from './not-imported';
import { Progress } from './progress';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `import-yaml` is told. */
export interface ImportYamlFlags extends FileFlags {
  readonly format: 'text' | 'json';
  readonly force: boolean;
  /** Whether constructs of this package are left out. */
  readonly l1: boolean;
  readonly out?: string;
}

/** Writes charts that render the objects that were named. Returns the exit status: 1 where an object is in none of them. */
export async function importYaml(paths: readonly string[], flags: ImportYamlFlags, terminal: Terminal): Promise<number> {
  if (paths.length === 0) {
    throw new CliError('import-yaml: no input: name files, folders, or - for stdin');
  }
  const { files, failures, notes } = await inputFilesAt(paths, flags, terminal);
  const progress = terminal.progress === undefined ? undefined : new Progress(terminal.progress);
  const input = readInput(files, (done, all) => progress?.at('reading, document', done, all));
  const imported = importObjects(sourcesOf(input), { lift: !flags.l1, progress: (done, all) => progress?.at('rendering, object', done, all) });
  progress?.end();
  const all = { ...imported, refused: [...notImported(input), ...imported.refused], dropped: droppedValues(input) };
  const written = filesOf(imported.charts, flags.out);
  if (flags.out !== undefined) {
    write(written, flags.force);
  }
  if (flags.format === 'json') {
    terminal.write(`${JSON.stringify({ tool, ...reportOf(all, written, flags.out === undefined) }, undefined, 2)}\n`);
  } else if (flags.out === undefined) {
    written.forEach(({ text }) => terminal.write(text));
  }
  [...failures.map(({ message }) => message), ...notes, ...notesOf(all), ...written.flatMap(({ file }) => (file === undefined ? [] : [`wrote ${file}`]))]
    .forEach(note => terminal.note(`${tool.name}: ${printable(note)}`));
  return failures.length > 0 ? 2 : Number(all.refused.some(({ noObject }) => noObject !== true));
}

function sourcesOf(input: Input): SourceObject[] {
  const objects = importable(input);
  const comments = commentsInFront(objects);
  return objects.map((object, index) => ({ value: object.value, comments: comments[index], place: () => placeOf(object) }));
}

/** A file that is to be written, or what stdout gets. */
interface WrittenFile {
  readonly file?: string;
  readonly text: string;
  readonly charts: readonly ChartPlan[];
}

function filesOf(charts: readonly ChartPlan[], out: string | undefined): WrittenFile[] {
  if (charts.length === 0) {
    return [];
  }
  if (out === undefined || out.endsWith('.ts')) {
    return [{ file: out, text: moduleText(charts), charts }];
  }
  return charts.map(chart => ({ file: path.join(out, `${chart.stem}.ts`), text: moduleText([chart]), charts: [chart] }));
}

/** Writes all files, or none where one of them is there already. */
function write(files: readonly WrittenFile[], force: boolean): void {
  const there = files.find(({ file }) => !force && existsSync(file!));
  if (there !== undefined) {
    throw new CliError(`--out: ${there.file} already exists: choose another path, or overwrite it with --force`);
  }
  files.forEach(({ file, text }) => {
    try {
      mkdirSync(path.dirname(file!), { recursive: true });
      writeFileSync(file!, text);
    } catch (error) {
      throw new CliError(`--out: ${file} cannot be written: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** What became of objects, and of values in them. */
interface Told extends Imported {
  /** values that another of the same key stands behind */
  readonly dropped: readonly RefusedObject[];
}

function reportOf({ charts, objects, refused, dropped }: Told, files: readonly WrittenFile[], withText: boolean): object {
  return {
    files: files.map(({ file, text, charts: inside }) => ({
      file,
      charts: inside.map(({ className, namespace }) => ({ className, namespace })),
      ...(withText ? { text } : {}),
    })),
    objects: objects.map(({ object, construct, reason, place, leftOut }) => (
      { object, construct, reason, ...place(), ...(leftOut.length === 0 ? {} : { leftOut }) }
    )),
    refused: refused.map(({ place, reason, noObject }) => ({ reason, noObject, ...place() })),
    ...(dropped.length === 0 ? {} : { dropped: dropped.map(({ place, reason }) => ({ reason, ...place() })) }),
    summary: summaryOf({ charts, objects, refused }),
  };
}

function summaryOf({ charts, objects, refused }: Imported): Readonly<Record<string, number>> {
  const of = (wanted: ImportedObject['level']): number => objects.filter(({ level }) => level === wanted).length;
  return { charts: charts.length, objects: objects.length, lifted: of('lifted'), generated: of('generated'), untyped: of('untyped'), refused: refused.length };
}

function notesOf({ charts, objects, refused, dropped }: Told): string[] {
  const reasons = objects.flatMap(({ object, reason, construct, place }) => (
    reason === undefined ? [] : [{ text: `${nameText(object)} is written as ${construct}: ${reason}`, group: `${object.kind} ${construct} ${reason}`, place }]
  ));
  const left = refused.map(({ reason, noObject, place }) => (
    // Of what is no object, each file is named: nobody would look for it elsewhere.
    { text: `not imported: ${reason}`, group: noObject === true ? `${reason} ${place().file}` : reason, place }
  ));
  const secrets = objects.filter(({ object: { apiVersion, kind } }) => apiVersion === 'v1' && kind === 'Secret');
  const leftOut = objects.filter(object => object.leftOut.length > 0);
  const { lifted, generated, untyped } = summaryOf({ charts, objects, refused });
  return [
    ...grouped([...left, ...dropped.map(({ reason, place }) => ({ text: reason, group: reason, place })), ...reasons]),
    ...(leftOut.length === 0 ? [] : [`omitted from ${count(leftOut.length, 'object')}, because the server sets it or it is null: ${listed([...new Set(leftOut.flatMap(object => object.leftOut))], MAX_PATHS)}`]),
    ...(secrets.length === 0 ? [] : [`${count(secrets.length, 'Secret')} written to the charts with all values: do not commit secrets`]),
    objects.length + refused.length === 0
      ? 'nothing to import: the input contains no objects'
      : `${count(objects.length, 'object')} in ${count(charts.length, 'chart')}: ${lifted} lifted, ${generated} as generated constructs, ${untyped} as ApiObject; ${refused.length} not imported`,
  ];
}

const MAX_PATHS = 12;

/** What is said of many is said of the first, with how many more there are. */
function grouped(told: ReadonlyArray<{ readonly text: string; readonly group: string; readonly place: () => Place }>): string[] {
  return [...groupBy(told, ({ group }) => group).values()].map(([first, ...others]) => {
    const { file, line } = first.place();
    return `${file}:${line}: ${first.text}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  });
}
