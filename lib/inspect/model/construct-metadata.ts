import { isObject } from '../is-object';
import type { ObjectReference } from '../mesh/object-reference';

/** The file beside manifests in which an app says which construct rendered what. */
export const METADATA_FILE = 'construct-metadata.json';

/** What such a file says. cdk8s writes names alone; a `MeshApp` tells objects of one name apart. */
export class ConstructMetadata {
  /** Reads the text of the file; whatever else it is, it says nothing. */
  public static parse(text: string): ConstructMetadata {
    try {
      return new ConstructMetadata(JSON.parse(text));
    } catch {
      return new ConstructMetadata(undefined);
    }
  }

  private constructor(private readonly content: unknown) {}

  /** Where what lies beside the objects is, seen from the folder of the file; undefined when it lies beside them. */
  public get published(): string | undefined {
    return textAt(this.content, 'published');
  }

  /** The path of the construct that rendered an object into a file, which is named as seen from the folder of this one. */
  public constructOf(file: string, { apiVersion = '', kind = '', namespace = '', name = '' }: ObjectReference): string | undefined {
    const slash = apiVersion.indexOf('/');
    const type = slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;
    const folders = at(this.content, 'folders');
    if (folders === undefined) {
      return textAt(this.content, 'resources', name, 'path');
    }
    const [top] = file.split('/');
    const folder = at(folders, top) === undefined ? '' : top;
    return textAt(folders, folder, `${type} ${namespace}/${name}`) ?? textAt(folders, folder, `${type} ${name}`);
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((within, key) => (isObject(within) && Object.hasOwn(within, key) ? within[key] : undefined), value);
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const text = at(value, ...keys);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
