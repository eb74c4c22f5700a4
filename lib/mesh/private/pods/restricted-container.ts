import { Size } from 'cdk8s';
import { Capability, ContainerProps, ContainerResources, Cpu, EnvFieldPaths, EnvValue, ImagePullPolicy, SeccompProfileType } from 'cdk8s-plus-28';
import { requireCount } from '../require-count';
import { requireImage } from './image';
import { requireEnv } from './require-env';

/** What is said of a container. */
export interface ContainerWords {
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: { readonly [name: string]: EnvValue };
  readonly resources?: ContainerResources;
  readonly user?: number;
}

/**
 * The container of a pod, as the Pod Security standard `restricted` asks for.
 *
 * @throws when its image is none, or another tomorrow, or its environment or its user is none
 */
export function restrictedContainer({ image, args, command, env = {}, resources = RESOURCES, user }: ContainerWords, place: string): ContainerProps {
  requireImage(image, place);
  requireEnv(env, place);
  requireCount(user, 1, `${place}: user`);
  return {
    image,
    ...(args === undefined ? {} : { args: [...args] }),
    ...(command === undefined ? {} : { command: [...command] }),
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    name: 'app',
    envVariables: { ...POD_ENV, ...env },
    resources,
    securityContext: {
      ensureNonRoot: true,
      user,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: [Capability.ALL] },
      seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
    },
  };
}

/** What a container cannot find out by itself, and names itself by in traces. */
const POD_ENV: Readonly<Record<string, EnvValue>> = {
  POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
  POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
};

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(512) },
};
