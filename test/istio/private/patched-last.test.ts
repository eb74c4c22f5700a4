import { Chart, JsonPatch, Testing } from 'cdk8s';
import { VirtualService } from '../../../imports/networking.istio.io';
import { patchedLast } from '../../../lib/istio/private/patched-last';

const create = (): VirtualService => new VirtualService(new Chart(Testing.app(), 'shop'), 'rules', { metadata: { name: 'web' }, spec: { hosts: ['web'] } });
const patch = JsonPatch.add('/spec/newField', 1);

test('as it is generated, a construct loses a patch of a field that its type lacks', () => {
  const object = create();
  object.addJsonPatch(patch);
  expect(object.toJson().spec).toEqual({ hosts: ['web'] });
});

test('patched last, it keeps all patches, in their order', () => {
  const object = patchedLast(create());
  object.addJsonPatch(patch, JsonPatch.replace('/spec/hosts/0', 'one'));
  object.addJsonPatch(JsonPatch.replace('/spec/hosts/0', 'two'));
  expect(object.toJson().spec).toEqual({ hosts: ['two'], newField: 1 });
});

test('fails on a patch that cannot be applied, and says which', () => {
  const object = patchedLast(create());
  object.addJsonPatch(patch, JsonPatch.test('/spec/newField', 2));
  expect(() => object.toJson()).toThrow(new Error(
    'shop/rules: JSON patch 2 of 2 of VirtualService "web" cannot be applied (Test operation failed). Compare its path with the rendered YAML.',
  ));
});
