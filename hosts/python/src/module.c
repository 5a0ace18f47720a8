/*
 * The extension _abidex: what is in the module. It is initialised in several phases, so that
 * each interpreter of a process has one of its own.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <abidex.h>

static int fill_module(PyObject *module)
{
    if (PyModule_AddStringConstant(module, "__version__", ABX_VERSION) < 0)
        return -1;
    return PyModule_AddStringConstant(module, "platform", abx_platform());
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, fill_module},
    {0, NULL},
};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "abidex._abidex",
    .m_doc = "Call C through tables made from headers.",
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__abidex(void);

PyMODINIT_FUNC PyInit__abidex(void)
{
    return PyModuleDef_Init(&definition);
}
