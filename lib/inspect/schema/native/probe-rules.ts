import { Findings } from '../check/findings';
import { choice } from '../check/wording';
import { checkNotNegative } from './count-rules';
import { checkPort } from './port-rules';
import { Fields, inField } from './steps';

/** Holds the probes and hooks of a container against their rules. */
export function checkProbes(container: Fields, findings: Findings): void {
  inField(container, 'livenessProbe', findings, checkStrictProbe);
  inField(container, 'readinessProbe', findings, checkProbe);
  inField(container, 'startupProbe', findings, checkStrictProbe);
  inField(container, 'lifecycle', findings, checkHooks);
}

/** A container that failed once is restarted, so that no second success is waited for. */
function checkStrictProbe(probe: Fields, findings: Findings): void {
  const { successThreshold } = probe;
  if (typeof successThreshold === 'number' && successThreshold > 1) {
    findings.add({ kind: 'bounds', message: `successThreshold is ${successThreshold}`, expected: '1: only a readinessProbe may ask for more' }, 'successThreshold');
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
  const written = handlers.filter(name => fields[name] !== undefined && fields[name] !== null);
  if (written.length !== 1) {
    const message = written.length === 0 ? `none of ${choice(handlers)} says what is done` : `${written.join(' and ')} exclude each other`;
    findings.add({ kind: 'one-of', message, expected: `exactly one of ${choice(handlers)}` });
  }
  inField(fields, 'httpGet', findings, checkTarget);
  inField(fields, 'tcpSocket', findings, checkTarget);
}

function checkTarget(target: Fields, findings: Findings): void {
  checkPort(target, 'port', findings);
}
