import { below } from '../typed-code';

/** Why objects stay as they are: what they say has no word of ours, or another one would be rendered. */
export class NotLifted extends Error {}

/** A mapping that is read field by field. What nobody asked for at the end is something that there is no word for. */
export class Block {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly taken = new Set<string>();

  constructor(value: unknown, public readonly path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new NotLifted(`${path} is not a mapping`);
    }
    this.fields = value as Readonly<Record<string, unknown>>;
  }

  public get keys(): string[] {
    return Object.keys(this.fields);
  }

  public take(key: string): unknown {
    this.taken.add(key);
    return this.fields[key];
  }

  public text(key: string): string | undefined {
    return this.typed(key, 'string') as string | undefined;
  }

  public number(key: string): number | undefined {
    return this.typed(key, 'number') as number | undefined;
  }

  public boolean(key: string): boolean | undefined {
    return this.typed(key, 'boolean') as boolean | undefined;
  }

  /** What is said below a key; undefined for nothing. */
  public block(key: string): Block | undefined {
    const value = this.take(key);
    return value === undefined ? undefined : new Block(value, below(this.path, key));
  }

  /** What has to be said below a key. */
  public need(key: string): Block {
    const block = this.block(key);
    if (block === undefined) {
      throw new NotLifted(`${below(this.path, key)} is missing`);
    }
    return block;
  }

  /** The mappings of a list. */
  public blocks(key: string): Block[] {
    const value = this.take(key) ?? [];
    if (!Array.isArray(value)) {
      throw new NotLifted(`${below(this.path, key)} is not a list`);
    }
    return value.map((item, index) => new Block(item, `${below(this.path, key)}[${index}]`));
  }

  /** A mapping of texts. */
  public texts(key: string): Readonly<Record<string, string>> {
    const block = this.block(key);
    return block === undefined ? {} : Object.fromEntries(block.keys.map(name => [name, block.text(name)!]));
  }

  /** @throws NotLifted when something was not asked for */
  public end(): void {
    const left = this.keys.find(key => !this.taken.has(key));
    if (left !== undefined) {
      throw new NotLifted(`no construct supports ${below(this.path, left)}`);
    }
  }

  private typed(key: string, type: string): unknown {
    const value = this.take(key);
    if (value !== undefined && typeof value !== type) {
      throw new NotLifted(`${below(this.path, key)} is not a ${type}`);
    }
    return value;
  }
}

/** Reads a block to its end. */
export function wholly<T>(block: Block, read: (block: Block) => T): T {
  const result = read(block);
  block.end();
  return result;
}
