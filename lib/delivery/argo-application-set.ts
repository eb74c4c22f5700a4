import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { BOUNDARY } from '../mesh/private/boundary';
import { compareTexts } from '../mesh/private/compare-texts';
import { lateSpec } from '../mesh/private/late-spec';
import { IN_CLUSTER } from './private/in-cluster';
import { inFolder, outputFolderOf } from './private/output-folder';
import { pruneLast } from './private/prune-last';
import { ONLY_OUT_OF_SYNC, syncsInWaves } from './private/syncs-in-waves';

/** Where Argo CD finds the folders, and where it applies them. */
export interface ArgoApplicationSetProps {
  /** The folders that get an Application each, such as `dist/prod/*`. */
  readonly folders: string[];
  /** The repository with the rendered files. */
  readonly repoUrl: string;
  /**
   * The namespace of the set and of its Applications.
   *
   * @default "argocd"
   */
  readonly applicationNamespace?: string;
  /**
   * The output folder, as a path from the root of the repository, without which Applications are named.
   *
   * @default - the `outdir` of the app, seen from the folder in which it runs, which is the root of the repository then
   */
  readonly outputFolder?: string;
  /**
   * The project of Argo CD that the Applications belong to.
   *
   * @default "default"
   */
  readonly project?: string;
  /**
   * The API server of the cluster to apply to.
   *
   * @default "https://kubernetes.default.svc", the cluster in which Argo CD runs
   */
  readonly server?: string;
  /**
   * Branch, tag or commit.
   *
   * @default "HEAD"
   */
  readonly targetRevision?: string;
}

/**
 * One `ApplicationSet` of Argo CD, which makes an Application of each folder that it finds: those of charts that are added later need no change.
 *
 * It knows nothing of what is in the folders: neither waves, nor what controllers write. Where these matter, use `ArgoApplications`.
 */
export class ArgoApplicationSet extends Construct {
  /** @throws when there are no folders, for one that is no path from the root of the repository, and for one that is not in the output folder */
  constructor(scope: Construct, id: string, props: ArgoApplicationSetProps) {
    super(scope, id);
    const { applicationNamespace = 'argocd', folders } = props;
    const outputFolder = outputFolderOf(this, props.outputFolder);
    if (folders.length === 0) {
      throw new Error(`${this.node.path}: no folder gets an Application. List folders such as "dist/prod/*".`);
    }
    folders.forEach(folder => this.requirePath(folder, outputFolder));
    const syncOptions = [...syncsInWaves(this) ? [ONLY_OUT_OF_SYNC] : [], ...pruneLast(this)];
    new ApiObject(this, 'Default', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: id, namespace: applicationNamespace },
      spec: lateSpec(this, () => specOf({ ...props, outputFolder }, this.foldersOfOthers(outputFolder), syncOptions)),
    });
  }

  /** What lies directly in the output folder and is no chart of those that are applied: the chart of the set, and what is in environments. */
  private foldersOfOthers(outputFolder: string): string[] {
    const { root } = this.node;
    const environments = root.node.children.filter(child => BOUNDARY in child).map(({ node }) => node.id);
    const { path } = Chart.of(this).node;
    return [...path.includes('/') ? [] : [path], ...environments].sort(compareTexts).map(name => inFolder(outputFolder, name));
  }

  private requirePath(folder: string, outputFolder: string): void {
    if (!/^(?:[^/.][^/]*)(?:\/[^/]+)+$/.test(folder)) {
      throw new Error(`${this.node.path}: "${folder}" is not a folder in the output folder for Argo CD. Write a path from the root of the repository, such as "dist/prod/*".`);
    }
    if (!folder.startsWith(inFolder(outputFolder, ''))) {
      throw new Error(`${this.node.path}: "${folder}" is not in the output folder, "${outputFolder}". Set the output folder, such as outputFolder: "${folder.split('/')[0]}".`);
    }
  }
}

type SaidProps = ArgoApplicationSetProps & { readonly outputFolder: string };

function specOf(props: SaidProps, others: readonly string[], syncOptions: readonly string[]): object {
  const { folders, outputFolder, project = 'default', repoUrl, server = IN_CLUSTER, targetRevision = 'HEAD' } = props;
  const directories = [...folders.map(path => ({ path })), ...folders.flatMap(folder => withoutOthers(folder, outputFolder, others))];
  return {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    generators: [{ git: { repoURL: repoUrl, revision: targetRevision, directories } }],
    template: {
      // Of dist/prod/shop, this is prod-shop: the name that ArgoApplications gives.
      metadata: { name: `{{ slice .path.segments ${outputFolder.split('/').filter(name => name !== '').length} | join "-" | normalize }}` },
      spec: {
        project,
        source: { repoURL: repoUrl, targetRevision, path: '{{ .path.path }}' },
        destination: { server },
        syncPolicy: { automated: { prune: true, selfHeal: true }, ...(syncOptions.length === 0 ? {} : { syncOptions }) },
      },
    },
  };
}

/** Values of an installation lie in a folder beside those of charts, and are no objects. */
function withoutOthers(folder: string, outputFolder: string, others: readonly string[]): { path: string; exclude: true }[] {
  const paths = folder.endsWith('/*') ? [`${folder.slice(0, -1)}install`, ...folder === inFolder(outputFolder, '*') ? others : []] : [];
  return paths.map(path => ({ path, exclude: true }));
}
