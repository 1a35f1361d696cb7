import 'virtual:tokens.css'
import '@/kit/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleApp } from '@/app/console/app'

document.documentElement.dataset['density'] = localStorage.getItem('anxin.density') ?? 'standard'
const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(<StrictMode><ConsoleApp /></StrictMode>)
