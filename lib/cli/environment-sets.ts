import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../inspect/model/source-file';
import { OWNERSHIP_LIST, providedIn } from '../synth/private/ownership-list';

/** Files that are judged together, as if there were no others. */
export interface FileSet {
  readonly files: readonly SourceFile[];
  /** What they need and do not hold, as whoever wrote them says: `Kind namespace/name`. */
  readonly assumed: readonly string[];
  /** The list in which that is said; absent where constructs say it. */
  readonly saidBy?: string;
  /** The folder of the environment that they are, as somebody here would name it; absent where no app has published them. */
  readonly folder?: string;
}

/**
 * Files as the sets that are judged each for itself: one for each environment that a `MeshApp` has published, or for its folder where it has
 * none. What an app renders outside of its environments takes part in each of them, and what no app has published in all.
 */
export function environmentSets(files: readonly SourceFile[]): FileSet[] {
  const folders = new PublishedFolders();
  const found = new Map(files.map(file => [file, folders.of(file.name)]));
  const published = [...new Set(found.values())].filter(folder => folder !== undefined);
  const environments = published.filter(folder => !published.some(other => path.dirname(other) === folder));
  return environments.length === 0 ? [{ files: installedOnce(files), assumed: [] }] : environments.map(environment => {
    const places = [undefined, path.dirname(environment), environment];
    const folder = path.relative('', environment).split(path.sep).join('/');
    return {
      files: installedOnce(files.filter(file => places.includes(found.get(file)))),
      assumed: providedTo(environment),
      saidBy: path.posix.join(folder, OWNERSHIP_LIST),
      folder: folder === '' ? '.' : folder,
    };
  });
}

/** What an app writes beside the objects for those who install the mesh. */
export const INSTALL_FILE = /(?:^|\/)install\/(?:[\w-]+-values|istio-operator)\.ya?ml$/;

/** The file for istioctl is made from the values for Helm and says the same, so it counts where there are none alone. */
export function installedOnce(files: readonly SourceFile[]): SourceFile[] {
  const isOperator = ({ name }: SourceFile): boolean => INSTALL_FILE.test(name) && name.includes('istio-operator.');
  const folders = new Set(files.filter(file => INSTALL_FILE.test(file.name) && !isOperator(file)).map(({ name }) => path.dirname(name)));
  return files.filter(file => !isOperator(file) || !folders.has(path.dirname(file.name)));
}

/** Finds the folders that apps have published to: in each stands a list of the files. */
export class PublishedFolders {
  private readonly known = new Map<string, string | undefined>();

  /** The folder that an app published a file to; undefined when it is of somebody else, or lies on no disk. */
  public of(file: string): string | undefined {
    return existsSync(file) ? this.above(path.dirname(path.resolve(file))) : undefined;
  }

  private above(folder: string): string | undefined {
    if (!this.known.has(folder)) {
      const parent = path.dirname(folder);
      const isOne = existsSync(path.join(folder, OWNERSHIP_LIST));
      this.known.set(folder, isOne ? folder : parent === folder ? undefined : this.above(parent));
    }
    return this.known.get(folder);
  }
}

/** What is said of an environment holds for what is rendered outside of it, too. */
function providedTo(environment: string): string[] {
  return providedIn(readFileSync(path.join(environment, OWNERSHIP_LIST), 'utf8'));
}
