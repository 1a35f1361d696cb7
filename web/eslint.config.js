import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import ts from 'typescript-eslint'
import { importDirection } from './tools/layers.js'

export default ts.config(
  { ignores: ['src/api/schema.d.ts', 'node_modules'] },
  js.configs.recommended,
  { files: ['tools/**/*.js', '*.js'], languageOptions: { globals: globals.node } },
  { files: ['worker/*.js'], languageOptions: { globals: { ...globals.serviceworker, SHELL: 'readonly' } } },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [ts.configs.strict, hooks.configs.flat['recommended-latest']],
    plugins: { anxin: { rules: { 'import-direction': importDirection } } },
    languageOptions: { globals: globals.browser },
    rules: {
      'anxin/import-direction': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 320, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', {
        selector: "CallExpression[callee.property.name='join'] > Literal[value=/[，、；：。]/]",
        message: 'Marks belong to a language: listed, joined or inOneLine of @/i18n.',
      }],
    },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
)
