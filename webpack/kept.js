/**
 * What a build keeps in node_modules/.cache for the next one, which makes only what has changed since: `npm ci` builds,
 * `npm test` builds again, and the add-in for closed networks has the same scripts as the other.
 */
module.exports = (name) => ({ type: 'filesystem', name });
