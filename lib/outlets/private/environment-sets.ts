import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { groupBy } from '../../inspect/group-by';
import { MetadataFiles } from '../../inspect/model/metadata-files';
import { SourceFile } from '../../inspect/model/source-file';

/**
 * The manifests of an app as the sets that are judged each for itself: one for each environment, with the values of its installation.
 * What stands outside of every environment takes part in any.
 */
export function environmentSets(manifests: readonly string[], metadata: MetadataFiles): SourceFile[][] {
  const objects = manifests.filter(file => !INSTALL_FILE.test(slashed(file)));
  const byFolder = groupBy(objects, folderOf);
  const folders = [...byFolder.keys()].filter(folder => folder !== undefined);
  const environments = folders.filter(folder => !folders.some(other => path.dirname(other) === folder));
  const shared = [...byFolder].filter(([folder]) => folder === undefined || !environments.includes(folder)).flatMap(([, files]) => files);
  const sources = new Map(objects.map(file => [file, read(file)]));
  const sets = environments.length === 0 ? [shared] : environments.map(folder => [...shared, ...byFolder.get(folder)!]);
  return sets.map(files => [...files.map(file => sources.get(file)!), ...installFiles(files, metadata)]);
}

/** What an app writes beside the objects for those who install the mesh. */
const INSTALL_FILE = /(?:^|\/)install\/(?:[\w-]+-values|istio-operator)\.ya?ml$/;
/** Stands in each folder that a `MeshApp` publishes to. */
const OWNERSHIP_LIST = '.cdk8s-mesh';

/** The folder that an app published a manifest to; undefined when it is the app of somebody else. */
function folderOf(manifest: string): string | undefined {
  let folder = path.dirname(path.resolve(manifest));
  while (!existsSync(path.join(folder, OWNERSHIP_LIST))) {
    const above = path.dirname(folder);
    if (above === folder) {
      return undefined;
    }
    folder = above;
  }
  return folder;
}

function installFiles(manifests: readonly string[], metadata: MetadataFiles): SourceFile[] {
  const folders = new Set(manifests.flatMap(manifest => [folderOf(manifest) ?? path.dirname(manifest), ...publishedFolder(manifest, metadata)]));
  return [...folders].flatMap(folder => installFilesIn(path.join(folder, 'install')));
}

/** Where the folder of a manifest was published to, if the manifest is a copy for `cdk8s synth`. */
function publishedFolder(manifest: string, metadata: MetadataFiles): string[] {
  const placed = metadata.of(manifest);
  const folder = folderOf(manifest);
  if (placed?.metadata.published === undefined || folder === undefined) {
    return [];
  }
  return [path.join(placed.folder, placed.metadata.published, path.relative(placed.folder, folder))];
}

function installFilesIn(folder: string): SourceFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => INSTALL_FILE.test(`install/${name}`)).sort() : [];
  return installedOnce(names.map(name => read(path.relative('', path.resolve(folder, name)))));
}

/** The file for istioctl is made from the values for Helm and says the same, so it counts where there are none alone. */
export function installedOnce(files: readonly SourceFile[]): SourceFile[] {
  const isOperator = ({ name }: SourceFile): boolean => INSTALL_FILE.test(name) && name.includes('istio-operator.');
  const hasValues = files.some(file => INSTALL_FILE.test(file.name) && !isOperator(file));
  return files.filter(file => !hasValues || !isOperator(file));
}

function read(file: string): SourceFile {
  return SourceFile.decode(slashed(file), readFileSync(file));
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
