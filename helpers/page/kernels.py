"""The page's inner loops in WebAssembly with 128-bit vectors, assembled here so that no compiler is needed.

Three functions work on one memory of float32. All addresses and strides are in bytes:

    expand   int8 · scale -> float32
    linear   y[r, o] = bias[o] + Σ_i w[o, i] · x[r, i]
    mix      y[d] += Σ_t p[t] · v[t, d]

onnxruntime-web 1.30 was measured for the same products, one thread, a core of an Intel Xeon: those of a step of `nano`
took it 1.1 ms for 2 rows and 3.5 ms for 8 (4 guided pictures), these loops 1.2 and 2.7 ms; its module has 14 MB.
"""

from helpers.page.wat import assemble

ROWS = (4, 2, 1)  # numbers of inputs whose products are computed together, tried in this order


def module() -> bytes:
    """The WebAssembly module: it imports `env.memory` and exports `expand`, `linear` and `mix`."""
    return assemble(_expand() + _linear() + _mix())


def _expand() -> str:
    """to[i] = from[i] · scale, 16 at a time: `count` is a multiple of 16."""
    quarters = ""
    for i in range(4):
        half, quarter = ("low", "high")[i // 2], ("low", "high")[i % 2]
        quarters += f"""
            local.get to
              local.get bytes i16x8.extend_{half}_i8x16_s i32x4.extend_{quarter}_i16x8_s f32x4.convert_i32x4_s
              local.get scales f32x4.mul
            v128.store offset={16 * i}"""
    return f"""
    func expand ( param from i32 ) ( param scale f32 ) ( param to count i32 )
        ( local end i32 ) ( local bytes scales v128 )
        local.get scale f32x4.splat local.set scales
        local.get from local.get count i32.add local.set end
        loop more
            local.get from v128.load offset=0 local.set bytes
            {quarters}
            {_step("to", 64)} {_step("from", 16)}
            local.get from local.get end i32.lt_s br_if more
        end
    end"""


def _linear() -> str:
    """Two outputs by four inputs at a time, so that every number that is read is used more than once.

    `inputs` is in bytes, a multiple of 16. With an odd number of outputs one number is written beyond the last.
    """
    sums = [f"s{r}{o}" for r in range(ROWS[0]) for o in range(2)]
    body = "".join(_rows(rows) for rows in ROWS)
    return f"""
    func linear ( param w bias x y rows inputs outputs xstride ystride i32 )
        ( local end xs ys i left x0 x1 x2 x3 w0 w1 i32 ) ( local {" ".join(sums)} a0 a1 b v128 )
        local.get outputs i32.const 2 i32.shl local.get y i32.add local.set end
        loop output
            local.get x local.set xs
            local.get y local.set ys
            local.get rows local.set left
            {body}
            local.get w local.get inputs i32.const 1 i32.shl i32.add local.set w
            {_step("bias", 8)} {_step("y", 8)}
            local.get y local.get end i32.lt_s br_if output
        end
    end"""


def _rows(rows: int) -> str:
    """The products of two outputs' weights with `rows` inputs, repeated while at least that many inputs are left."""
    start = "".join(f"f32.const 0 f32x4.splat local.set s{r}{o} " for r in range(rows) for o in range(2))
    at = "local.get xs local.set x0 "
    at += "".join(f"local.get x{r - 1} local.get xstride i32.add local.set x{r} " for r in range(1, rows))
    products = ""
    for r in range(rows):
        products += f"local.get x{r} v128.load offset=0 local.set b "
        for o in range(2):
            products += f"local.get a{o} local.get b f32x4.mul local.get s{r}{o} f32x4.add local.set s{r}{o} "
        products += _step(f"x{r}", 16)
    results = ""
    for r in range(rows):
        for o in range(2):
            lanes = " ".join(f"local.get s{r}{o} f32x4.extract_lane {i}" for i in range(4))
            results += f"""
                local.get ys {lanes} f32.add f32.add f32.add local.get bias f32.load offset={4 * o} f32.add
                f32.store offset={4 * o}"""
        results += " local.get ys local.get ystride i32.add local.set ys"
    return f"""
    block done{rows}
        loop more{rows}
            local.get left i32.const {rows} i32.lt_s br_if done{rows}
            {start} {at}
            local.get w local.set w0
            local.get w local.get inputs i32.add local.tee w1 local.set i
            loop inner{rows}
                local.get w0 v128.load offset=0 local.set a0
                local.get w1 v128.load offset=0 local.set a1
                {products}
                {_step("w0", 16)} {_step("w1", 16)}
                local.get w0 local.get i i32.lt_s br_if inner{rows}
            end
            {results}
            local.get xs local.get xstride i32.const {rows} i32.mul i32.add local.set xs
            local.get left i32.const {rows} i32.sub local.set left
            br more{rows}
        end
    end"""


def _mix() -> str:
    """`width`, in bytes, is a multiple of 64: sixteen numbers of a value at a time."""
    sums = "".join(f"local.get y v128.load offset={16 * i} local.set s{i} " for i in range(4))
    add = "".join(
        f"local.get at v128.load offset={16 * i} local.get b f32x4.mul local.get s{i} f32x4.add local.set s{i} "
        for i in range(4)
    )
    keep = "".join(f"local.get y local.get s{i} v128.store offset={16 * i} " for i in range(4))
    return f"""
    func mix ( param p v y count width i32 ) ( local stop end at from i32 ) ( local s0 s1 s2 s3 b v128 )
        local.get y local.get width i32.add local.set stop
        local.get p local.get count i32.const 2 i32.shl i32.add local.set end
        loop part
            {sums}
            local.get p local.set from
            local.get v local.set at
            loop token
                local.get from f32.load offset=0 f32x4.splat local.set b
                {add}
                {_step("from", 4)}
                local.get at local.get width i32.add local.set at
                local.get from local.get end i32.lt_s br_if token
            end
            {keep}
            {_step("y", 64)} {_step("v", 64)}
            local.get y local.get stop i32.lt_s br_if part
        end
    end"""


def _step(name: str, by: int) -> str:
    return f"local.get {name} i32.const {by} i32.add local.set {name} "
