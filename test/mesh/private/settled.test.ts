import { App, Chart, Duration, Testing } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../../lib';
import { once, whileSettled } from '../../../lib/mesh/private/settled';

describe('once', () => {
  test('works out anew at each call, and in a settled tree one time', () => {
    const app = new App();
    let times = 0;
    const worked = once(new Chart(app, 'shop'), () => times += 1);

    expect([worked(), worked()]).toEqual([1, 2]);
    expect(whileSettled(app, () => [worked(), worked()])).toEqual([3, 3]);
    expect(worked()).toBe(4);
  });

  test('knows nothing of another tree, and forgets after an error', () => {
    const [app, other] = [new App(), new App()];
    let times = 0;
    const worked = once(new Chart(app, 'shop'), () => times += 1);

    expect(whileSettled(other, () => [worked(), worked()])).toEqual([1, 2]);
    expect(() => whileSettled(app, () => { throw new Error(`after ${worked()}`); })).toThrow('after 3');
    expect([worked(), worked()]).toEqual([4, 5]);
  });
});

test('what is said between two renderings is in the second', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const web = new MeshService(chart, 'web', { image: 'registry.example.com/web:1.0', port: 8080 });
  web.traffic.retry({ attempts: 1 });
  const before = app.synthYaml();

  web.traffic.timeout(Duration.seconds(10));

  expect(before).not.toContain('timeout: 10s');
  expect(app.synthYaml()).toContain('timeout: 10s');
  expect(JSON.stringify(Testing.synth(chart))).toContain('"timeout":"10s"');
});
