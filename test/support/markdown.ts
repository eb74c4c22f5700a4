import { readdirSync, readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface Block {
  /** `docs/synth.md:12`, the line of its first line of content. */
  readonly location: string;
  /** The first word behind the fence: `ts`, `yaml`, `sh` ... */
  readonly language: string;
  readonly text: string;
  /** The paragraph above the block. */
  readonly lead: string;
}

/** The pages that people read, as paths from the root of the project. */
export function pages(): string[] {
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map(file => `docs/${file}`);
  const above = readdirSync('.');
  return [...above, ...below].filter(file => file.endsWith('.md') && file !== 'docs/api-report.api.md').sort();
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string, text = readFileSync(page, 'utf8')): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const [, fence, language = ''] = /^(`{3,})(?:(\w+)(?: \w+)?)?$/.exec(lines[line]) ?? [];
    if (fence === undefined && /^\s*(?:`{3}|~{3})/.test(lines[line])) {
      throw new Error(`${page}:${line + 1}: write a fence as three backticks at the beginning of the line, with the language and at most one more word behind them`);
    }
    if (fence !== undefined) {
      const end = lines.indexOf(fence, line + 1);
      if (end === -1) {
        throw new Error(`${page}:${line + 1}: the block has no end`);
      }
      blocks.push({ location: `${page}:${line + 2}`, language, text: `${lines.slice(line + 1, end).join('\n')}\n`, lead: paragraphAbove(lines, line) });
      line = end;
    }
  }
  return blocks;
}

/** The files that the page shows above a block, each with a lead such as "a part of `shop.yaml`:". */
export function filesAbove({ location }: Pick<Block, 'location'>): Record<string, string> {
  const blocks = blocksOf(location.replace(/:\d+$/, ''));
  const above = blocks.slice(0, blocks.findIndex(block => block.location === location));
  const files = above.map(block => [/ of `([^`]+)`:$/i.exec(block.lead)?.[1], block.text]).filter(([file]) => file !== undefined);
  return Object.fromEntries(files) as Record<string, string>;
}

/** The targets of the links of a page that lead to files of the project, without those in code. */
export function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target).filter(target => !/^[a-z]+:/.test(target));
}

function paragraphAbove(lines: readonly string[], fence: number): string {
  const above = lines.slice(0, fence).join('\n').trimEnd();
  return above.slice(above.lastIndexOf('\n\n') + 1).trim();
}
