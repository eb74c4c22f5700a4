import { filesOf, programWith } from './call-program';

const PROGRAM = `import { Chart } from 'cdk8s';
import {
  Istio, MeshApp,
} from 'cdk8s-mesh';

const app = new MeshApp({ mesh: Istio.mesh() });
new Chart(app, 'shop');
app.synth();
`;

test('programWith adds a call before the end, and imports what the program names', () => {
  expect(programWith(PROGRAM, "MeshService.adopt(app, 'Size', { timeout: Duration.seconds(1) })")).toBe(`import { Istio, MeshApp, MeshService } from 'cdk8s-mesh';
import { Chart, Duration } from 'cdk8s';

const app = new MeshApp({ mesh: Istio.mesh() });
new Chart(app, 'shop');
MeshService.adopt(app, 'Size', { timeout: Duration.seconds(1) });
app.synth();
`);
});

test('programWith puts another mesh in place of that of the program', () => {
  expect(programWith(PROGRAM, "Istio.mesh({ revision: '1' })")).toContain("const app = new MeshApp({ mesh: Istio.mesh({ revision: '1' }) });\n");
});

test('filesOf gives the YAML that a program renders', () => {
  const program = programWith(PROGRAM, "new ApiObject(new Chart(app, 'other'), 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })");
  expect(filesOf(program)).toEqual({ 'dist/other.k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n' });
});
