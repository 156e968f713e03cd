/** Tests answer from what the build makes of the policies: made anew only where something changed. */
const { execSync } = require('node:child_process');
const path = require('node:path');

module.exports = () => {
  execSync('npm run --silent build', { cwd: path.join(__dirname, '..', '..'), stdio: 'inherit' });
};
