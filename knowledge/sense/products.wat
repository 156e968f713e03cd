;; Products of a vector of 64 sixteen-bit numbers with rows of 64 bytes: most of what reading a
;; question costs. Sixteen bytes of a row are widened and multiplied at once.
;;
;; `products.json` holds this, assembled; a test assembles it again and compares. After a change:
;; node -e "require('wabt')().then((w) => console.log(Buffer.from(w.parseWat('products.wat',
;;   require('fs').readFileSync('knowledge/sense/products.wat', 'utf8')).toBinary({}).buffer)
;;   .toString('base64')))"
(module
  (memory (export "memory") 1)
  (func (export "products")
    ;; where the rows begin, how many they are, where the vector stands, where the products go
    (param $rows i32) (param $count i32) (param $vector i32) (param $into i32)
    (local $end i32) (local $sum v128) (local $cells v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $a (v128.load offset=0 (local.get $vector)))
    (local.set $b (v128.load offset=16 (local.get $vector)))
    (local.set $c (v128.load offset=32 (local.get $vector)))
    (local.set $d (v128.load offset=48 (local.get $vector)))
    (local.set $e (v128.load offset=64 (local.get $vector)))
    (local.set $f (v128.load offset=80 (local.get $vector)))
    (local.set $g (v128.load offset=96 (local.get $vector)))
    (local.set $h (v128.load offset=112 (local.get $vector)))
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 6))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $cells (v128.load offset=0 (local.get $rows)))
        (local.set $sum (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $cells)) (local.get $a))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $cells)) (local.get $b))))
        (local.set $cells (v128.load offset=16 (local.get $rows)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $cells)) (local.get $c))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $cells)) (local.get $d)))))
        (local.set $cells (v128.load offset=32 (local.get $rows)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $cells)) (local.get $e))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $cells)) (local.get $f)))))
        (local.set $cells (v128.load offset=48 (local.get $rows)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $cells)) (local.get $g))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $cells)) (local.get $h)))))
        (i32.store (local.get $into) (i32.add
          (i32.add
            (i32x4.extract_lane 0 (local.get $sum))
            (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add
            (i32x4.extract_lane 2 (local.get $sum))
            (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 64)))
        (local.set $into (i32.add (local.get $into) (i32.const 4)))
        (br $next)))))
