export { Environment } from './synth/environment';
export { MeshApp, MeshAppProps } from './synth/mesh-app';
