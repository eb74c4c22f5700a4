import { Findings } from '../check/findings';
import { choice } from '../check/wording';
import { checkNotNegative } from './count-rules';
import { checkPort } from './port-rules';
import { checkAtLeastOne } from './range-rules';
import { Fields, inField, isSet } from './steps';

/** Holds the probes and hooks of a container against their rules. */
export function checkProbes(container: Fields, findings: Findings): void {
  inField(container, 'livenessProbe', findings, checkStrictProbe);
  inField(container, 'readinessProbe', findings, checkReadinessProbe);
  inField(container, 'startupProbe', findings, checkStrictProbe);
  inField(container, 'lifecycle', findings, checkHooks);
}

/** A container that failed once is restarted, so that no second success is waited for. */
function checkStrictProbe(probe: Fields, findings: Findings): void {
  const { successThreshold } = probe;
  if (typeof successThreshold === 'number' && successThreshold > 1) {
    findings.add({ kind: 'bounds', message: `successThreshold is ${successThreshold}`, expected: '1: only a readinessProbe may set more' }, 'successThreshold');
  }
  checkAtLeastOne(probe, 'terminationGracePeriodSeconds', findings);
  checkProbe(probe, findings);
}

function checkReadinessProbe(probe: Fields, findings: Findings): void {
  if (isSet(probe.terminationGracePeriodSeconds)) {
    const message = 'a readinessProbe cannot have terminationGracePeriodSeconds';
    findings.add({ kind: 'mismatch', message, expected: 'no terminationGracePeriodSeconds: the probe never stops a container' }, 'terminationGracePeriodSeconds');
  }
  checkProbe(probe, findings);
}

function checkProbe(probe: Fields, findings: Findings): void {
  checkHandler(probe, ['exec', 'httpGet', 'tcpSocket', 'grpc'], findings);
  NOT_NEGATIVE.forEach(key => checkNotNegative(probe, key, findings));
}

const NOT_NEGATIVE = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];

function checkHooks(lifecycle: Fields, findings: Findings): void {
  inField(lifecycle, 'postStart', findings, checkHook);
  inField(lifecycle, 'preStop', findings, checkHook);
}

function checkHook(hook: Fields, findings: Findings): void {
  checkHandler(hook, ['exec', 'httpGet', 'tcpSocket', 'sleep'], findings);
}

function checkHandler(fields: Fields, handlers: readonly string[], findings: Findings): void {
  const written = handlers.filter(name => isSet(fields[name]));
  if (written.length !== 1) {
    const message = written.length === 0 ? 'no handler is set' : `${written.join(' and ')} are mutually exclusive`;
    findings.add({ kind: 'one-of', message, expected: `exactly one of ${choice(handlers)}` });
  }
  inField(fields, 'exec', findings, checkCommand);
  inField(fields, 'httpGet', findings, checkTarget);
  inField(fields, 'tcpSocket', findings, checkTarget);
  inField(fields, 'grpc', findings, checkTarget);
}

function checkCommand({ command }: Fields, findings: Findings): void {
  if (!Array.isArray(command) || command.length === 0) {
    findings.add({ kind: 'required', message: 'command is missing', expected: 'a list: the command and its arguments' }, 'command');
  }
}

function checkTarget(target: Fields, findings: Findings): void {
  checkPort(target, 'port', findings);
}
