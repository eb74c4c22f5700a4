import { Findings } from '../check/findings';
import { dnsLabel } from '../syntax/names';
import { checkFieldOfVolume } from './downward-rules';
import { addMalformed } from './malformed';
import { checkThere } from './presence';
import { Fields, inField, inItems, isSet, textOf } from './steps';

/** Holds a volume of a pod against the rules for its name and its source. */
export function checkVolume(volume: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'name', text: textOf(volume.name), rule: dnsLabel }, 'name');
  const sources = Object.keys(volume).filter(key => key !== 'name' && isSet(volume[key]));
  if (sources.length > 1) {
    findings.add({ kind: 'one-of', message: `${sources.join(' and ')} are mutually exclusive`, expected: 'one source of the volume' });
  }
  checkFiles(volume, findings);
  inField(volume, 'secret', findings, secret => checkThere(secret, 'secretName', findings));
  inField(volume, 'ephemeral', findings, ephemeral => checkThere(ephemeral, 'volumeClaimTemplate', findings, 'o'));
  inField(volume, 'projected', findings, checkProjected);
}

function checkProjected(projected: Fields, findings: Findings): void {
  checkMode(projected, 'defaultMode', findings);
  inItems(projected, 'sources', findings, checkPart);
}

function checkPart(source: Fields, findings: Findings): void {
  checkFiles(source, findings);
  inField(source, 'secret', findings, secret => checkThere(secret, 'name', findings));
}

/** Holds the sources that make files, in a volume or among those of a projected one, against their rules. */
function checkFiles(source: Fields, findings: Findings): void {
  inField(source, 'configMap', findings, checkConfigMap);
  inField(source, 'secret', findings, checkModes);
  inField(source, 'downwardAPI', findings, checkDownward);
}

function checkConfigMap(files: Fields, findings: Findings): void {
  checkThere(files, 'name', findings);
  checkModes(files, findings);
}

function checkModes(files: Fields, findings: Findings): void {
  checkMode(files, 'defaultMode', findings);
  inItems(files, 'items', findings, checkItem);
}

function checkItem(item: Fields, findings: Findings): void {
  checkMode(item, 'mode', findings);
}

function checkDownward(files: Fields, findings: Findings): void {
  checkModes(files, findings);
  inItems(files, 'items', findings, checkFieldOfVolume);
}

function checkMode(fields: Fields, key: string, findings: Findings): void {
  const mode = fields[key];
  if (typeof mode === 'number' && (mode < 0 || mode > MOST)) {
    const octal = String(mode);
    const repair = /^[0-7]{3}$/.test(octal) ? `write it in octal: 0${octal}, which is ${parseInt(octal, 8)}` : undefined;
    findings.add({ kind: 'bounds', message: `${key} is ${mode}`, expected: `0 to 0777, which is ${MOST}`, repair }, key);
  }
}

const MOST = 0o777;
