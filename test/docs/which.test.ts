import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { contentsOf, temporaryFolder } from '../support/folder';
import { blocksOf } from '../support/markdown';
import { runTypeScript } from '../support/run-typescript';

const folder = temporaryFolder();

/** A page that shows one program, and in tables what becomes of it with other lines. */
class Page {
  public readonly program: string;
  private readonly tables: readonly string[][][];

  constructor(file: string) {
    this.program = blocksOf(file).find(({ language }) => language === 'ts')!.text;
    this.tables = readFileSync(file, 'utf8').split(/\n{2,}/).filter(part => part.startsWith('|')).map(part => part.split('\n').map(cellsOf));
  }

  /** The rows below the head that has such a cell. */
  public rows(cell: string): string[][] {
    return this.tables.find(([head]) => head.includes(cell))!.slice(2);
  }

  /** What the table with such a head promises of each row, in each of the cases: what is said, the case, the promise, and the case's line. */
  public promises(head: string, cases: ReadonlyArray<readonly [string, string, string]>): Array<[string, string, string, string]> {
    return this.rows(head).flatMap(([said, ...answers]) => answers.map((answer, index): [string, string, string, string] => {
      const [name, line] = cases[index];
      return [said, name, answer, line];
    }));
  }

  /** The program with a line in place of the one that begins alike. */
  public with(line: string): string {
    const start = /^const \w+ = /.exec(line)![0];
    expect(this.program.split('\n').filter(old => old.startsWith(start))).toHaveLength(1);
    return this.program.split('\n').map(old => (old.startsWith(start) ? line : old)).join('\n');
  }
}

function cellsOf(row: string): string[] {
  return row.split('|').slice(1, -1).map(cell => cell.trim());
}

function codeIn(cell: string): string {
  return /^`(.+)`$/.exec(cell)![1];
}

function render(program: string): any[] {
  runTypeScript(program, folder.path);
  return Object.entries(contentsOf(folder.path)).filter(([file]) => file.endsWith('.k8s.yaml')).flatMap(([, text]) => loadAll(text));
}

/** What a cell promises has to come true: it works, or it is an error. */
function attempt(program: string): 'an error' | 'works' {
  try {
    render(program);
    return 'works';
  } catch {
    return 'an error';
  }
}

describe('the page on meshes', () => {
  const page = new Page('docs/which-mesh.md');
  const lines = page.rows('the line').map(([mesh, line, mark]) => [mesh, codeIn(line), codeIn(mark)] as const);

  test.each(lines)('[F146] %s: the line switches, and marks the namespace', (_, line, mark) => {
    const namespace = render(page.with(line)).find(({ kind }) => kind === 'Namespace');
    const marks = { ...namespace.metadata.labels, ...namespace.metadata.annotations };
    expect(Object.entries(marks).map(([name, value]) => `${name}: ${value}`)).toContain(mark);
  });

  const cells = page.promises(lines[0][0], lines);
  test.each(cells)('[F146] %s of %s: %s', (said, _, answer, line) => {
    const program = page.with(line).replace('app.synth();', `${codeIn(said)}\napp.synth();`);
    expect(answer).toMatch(new RegExp(`^${attempt(program)}\\b`));
  });
});

describe('the page on collectors', () => {
  const page = new Page('docs/which-collector.md');
  const lines = page.rows('the line').map(([place, line, what]) => [place, codeIn(line), what] as const);

  test.each(lines)('[F146] %s: the line switches, and what comes of it is what the page says', (_, line, what) => {
    const workloads = render(page.with(line)).filter(({ kind }) => ['Deployment', 'DaemonSet'].includes(kind));
    const found = workloads.filter(({ spec }) => spec.template.spec.containers.some(({ image }: any) => image.includes('opentelemetry-collector')));
    expect(found.map(({ kind, metadata, spec }) => (
      spec.template.spec.containers.length > 1 ? `a container in each pod of the ${kind} ${metadata.name}` : `a ${kind}${spec.replicas === undefined ? '' : ` of ${spec.replicas} pods`}`
    ))).toEqual([what]);
  });

  const cells = page.promises('`processors`', lines);
  test.each(cells)('[F146] %s of %s: %s', (said, _, answer, line) => {
    const program = page.with(line).replace(/processors: \[.*\]/, `processors: ${codeIn(said)}`);
    expect(answer).toMatch(new RegExp(`^${attempt(program)}\\b`));
  });
});
