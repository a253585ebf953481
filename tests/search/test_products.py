from importlib.resources import files

import numpy as np
import onnx
from onnx import TensorProto, helper

from search.products import PRODUCT_FILE, ROW_ZERO, products


def graph() -> bytes:
    """Write the file of one operator as it is shipped."""
    operator = helper.make_node("MatMulInteger", ["rows", "columns", "zero"], ["products"])
    inputs = [
        helper.make_tensor_value_info("rows", TensorProto.UINT8, ["n", "d"]),
        helper.make_tensor_value_info("columns", TensorProto.INT8, ["d", "k"]),
    ]
    outputs = [helper.make_tensor_value_info("products", TensorProto.INT32, ["n", "k"])]
    zero = helper.make_tensor("zero", TensorProto.UINT8, [], [ROW_ZERO])
    body = helper.make_graph([operator], "product", inputs, outputs, [zero])
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    written: bytes = model.SerializeToString()
    return written


def test_the_shipped_graph_is_the_one_written_here() -> None:
    shipped = onnx.load_from_string(files("search").joinpath(PRODUCT_FILE).read_bytes())
    assert shipped == onnx.load_from_string(graph())


def test_products_are_those_of_whole_numbers() -> None:
    random = np.random.default_rng(7)
    rows = random.integers(-127, 128, (300, 384))
    columns = random.integers(-63, 64, (384, 9))
    found = products((rows + ROW_ZERO).astype(np.uint8), columns.astype(np.int8))
    np.testing.assert_array_equal(found, rows @ columns)
