const { fileName } = require('./file-name.cjs');
const { jsiiDefaultDocs } = require('./jsii-default-docs.cjs');
const { jsiiNoFreeFunctions } = require('./jsii-no-free-functions.cjs');
const { jsiiNoUnions } = require('./jsii-no-unions.cjs');
const { jsiiReadonly } = require('./jsii-readonly.cjs');
const { jsiiReservedNames } = require('./jsii-reserved-names.cjs');

/** The project's own rules, as a plugin for ESLint. */
const house = {
  rules: {
    'file-name': fileName,
    'jsii-default-docs': jsiiDefaultDocs,
    'jsii-no-free-functions': jsiiNoFreeFunctions,
    'jsii-no-unions': jsiiNoUnions,
    'jsii-readonly': jsiiReadonly,
    'jsii-reserved-names': jsiiReservedNames,
  },
};

module.exports = { house };
