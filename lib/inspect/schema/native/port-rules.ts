import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { portName } from '../syntax/names';
import { Fields, textOf } from './steps';

/** Says of a number that no port has it. */
export function checkPortNumber(fields: Fields, key: string, findings: Findings): void {
  const value = fields[key];
  if (typeof value === 'number' && (value < 1 || value > LAST_PORT)) {
    findings.add({ kind: 'bounds', message: `${key} is ${value}`, expected: `1 to ${LAST_PORT}` }, key);
  }
}

/** The same where zero stands for a default. */
export function checkOptionalPortNumber(fields: Fields, key: string, findings: Findings): void {
  if (fields[key] !== 0) {
    checkPortNumber(fields, key, findings);
  }
}

/** Says of a name that no port can have it. */
export function checkPortName(fields: Fields, key: string, findings: Findings): void {
  const name = textOf(fields[key]);
  const problem = name === undefined ? undefined : portName(name);
  if (name !== undefined && problem !== undefined) {
    findings.add({ ...malformed('port name', name, problem), repair: numberRepair(name, key) }, key);
  }
}

/** The same of a port that is said by number or by name. */
export function checkPort(fields: Fields, key: string, findings: Findings): void {
  checkPortNumber(fields, key, findings);
  checkPortName(fields, key, findings);
}

function numberRepair(name: string, key: string): string | undefined {
  return /^\d+$/.test(name) && key !== 'name' ? `write the number without quotes: ${key}: ${name}` : undefined;
}

const LAST_PORT = 65535;
